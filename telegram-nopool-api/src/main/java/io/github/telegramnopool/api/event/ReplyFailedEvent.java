// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.model.Update;

/**
 * A method that a listener returned could not be executed. The listener itself did not
 * fail and does not run again.
 *
 * @param update the update that was replied to
 * @param method the method that the listener returned
 * @param exception what the call ended with
 * @param bot the bot that received the update
 * @since 0.1.0
 */
public record ReplyFailedEvent(Update update, BotApiMethod<?> method, Throwable exception, BotInfo bot) {

}
