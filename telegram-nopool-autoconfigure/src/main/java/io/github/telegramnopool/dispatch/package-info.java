// SPDX-License-Identifier: Apache-2.0
/**
 * From an update to the listeners that handle it: events, order, attempts and replies.
 */
@NullMarked
package io.github.telegramnopool.dispatch;

import org.jspecify.annotations.NullMarked;
