// SPDX-License-Identifier: Apache-2.0
/**
 * What can become of a call, by what a caller does next.
 */
@NullMarked
package io.github.telegramnopool.client.error;

import org.jspecify.annotations.NullMarked;
