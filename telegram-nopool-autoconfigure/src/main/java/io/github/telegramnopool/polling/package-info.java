// SPDX-License-Identifier: Apache-2.0
/**
 * The poller: one {@code getUpdates} at a time, for ever, confirming only what is
 * handled.
 */
@NullMarked
package io.github.telegramnopool.polling;

import org.jspecify.annotations.NullMarked;
