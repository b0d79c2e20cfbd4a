// SPDX-License-Identifier: Apache-2.0
/**
 * What listeners listen for: an event for each kind of update, and those that tell how
 * handling and polling fare.
 */
@NullMarked
package io.github.telegramnopool.api.event;

import org.jspecify.annotations.NullMarked;
