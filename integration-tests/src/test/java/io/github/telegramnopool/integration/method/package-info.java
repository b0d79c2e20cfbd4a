// SPDX-License-Identifier: Apache-2.0
/**
 * Every method of the Bot API over a real socket.
 */
@NullMarked
package io.github.telegramnopool.integration.method;

import org.jspecify.annotations.NullMarked;
