// SPDX-License-Identifier: Apache-2.0
/**
 * Brings the simulator into an application, in the place of Telegram.
 */
@NullMarked
package io.github.telegramnopool.simulator.autoconfigure;

import org.jspecify.annotations.NullMarked;
