// SPDX-License-Identifier: Apache-2.0
/**
 * Calling the Bot API: both facades, what is written, what is read, and what is repeated.
 */
@NullMarked
package io.github.telegramnopool.client;

import org.jspecify.annotations.NullMarked;
