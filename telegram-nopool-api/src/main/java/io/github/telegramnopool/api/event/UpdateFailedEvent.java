// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.model.Update;

/**
 * A listener failed for the last time that it is tried. The update counts as handled and
 * does not come again.
 *
 * @param update the update
 * @param exception what the listener's last attempt ended with
 * @param bot the bot that received the update
 * @since 0.1.0
 */
public record UpdateFailedEvent(Update update, Throwable exception, BotInfo bot) {

}
