// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.UnknownVariant;
import io.github.telegramnopool.api.model.Update;
import tools.jackson.databind.JsonNode;

/**
 * An update of a kind that a later version of the Bot API has added.
 *
 * @param update the update, which has no more than its id
 * @param bot the bot that received it
 * @param json the update as it came
 * @since 0.1.0
 */
public record UnknownUpdateEvent(Update update, BotInfo bot, JsonNode json) implements UpdateEvent, UnknownVariant {

}
