// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An update that somebody made up. What it tells becomes part of the world.
 */
final class PushedUpdate {

	private PushedUpdate() {
	}

	static int push(World world, ObjectNode update) {
		if (update.size() != 1 || update.has("update_id")) {
			throw ApiError.badRequest("an update has exactly one field, named after its kind, and no update_id; got "
					+ update.propertyNames());
		}
		String kind = update.propertyNames().iterator().next();
		JsonNode value = update.get(kind);
		switch (kind) {
			case "message", "channel_post" -> say(world, value);
			case "edited_message", "edited_channel_post" -> edit(world, value);
			case "callback_query" -> world.presses.add(value, value.path("message").path("chat").path("id").asLong(0));
			case "inline_query" -> world.inline.add(value);
			default -> {
				// The others are news for the bot alone
			}
		}
		return world.update(kind, value);
	}

	private static void say(World world, JsonNode message) {
		JsonNode chatId = message.path("chat").path("id");
		if (message instanceof ObjectNode said && chatId.canConvertToLong()) {
			Chat chat = world.chats.get(chatId.asLong());
			chat.describe(message.get("chat"));
			if (message.path("from").path("id").canConvertToLong()) {
				chat.members.seen(message.path("from").path("id").asLong());
			}
			world.say(chat, said.deepCopy());
		}
	}

	private static void edit(World world, JsonNode message) {
		Chat chat = world.chats.peek(message.path("chat").path("id").asLong(0));
		if (chat != null && message instanceof ObjectNode changed) {
			world.edit(chat, changed);
		}
	}

}
