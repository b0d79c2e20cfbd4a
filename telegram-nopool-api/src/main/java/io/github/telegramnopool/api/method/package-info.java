// SPDX-License-Identifier: Apache-2.0
/**
 * The methods of the Bot API: an immutable record for each, generated.
 */
@NullMarked
package io.github.telegramnopool.api.method;

import org.jspecify.annotations.NullMarked;
