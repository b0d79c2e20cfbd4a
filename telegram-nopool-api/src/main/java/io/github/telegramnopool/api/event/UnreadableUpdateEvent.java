// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import io.github.telegramnopool.api.BotInfo;

/**
 * An update could not be read. It counts as handled; the others of its batch are
 * delivered.
 *
 * @param updateId identifier of the update
 * @param json the update as it came
 * @param bot the bot that received it
 * @since 0.1.0
 */
public record UnreadableUpdateEvent(long updateId, String json, BotInfo bot) {

}
