// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import io.github.telegramnopool.api.BotInfo;

/**
 * Telegram has told who the bot is, and polling begins.
 *
 * @param bot the bot
 * @since 0.1.0
 */
public record BotReady(BotInfo bot) {

}
