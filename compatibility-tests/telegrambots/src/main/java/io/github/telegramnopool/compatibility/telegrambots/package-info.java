// SPDX-License-Identifier: Apache-2.0
/**
 * A bot with TelegramBots, for the tests of the simulator.
 */
@NullMarked
package io.github.telegramnopool.compatibility.telegrambots;

import org.jspecify.annotations.NullMarked;
