// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides which messages of a group a bot sees, as Telegram's "privacy mode" does: all if
 * it is an administrator or the mode is off, else commands, what replies to it or names
 * it, what was sent through it, and service messages.
 */
final class Privacy {

	private Privacy() {
	}

	static boolean shows(World world, Chat chat, ObjectNode message) {
		if (!chat.members.hasBot()) {
			return false;
		}
		if (!chat.type().isGroup() || world.profile.readsAll() || MemberStatus.isAdmin(chat.members.bot())) {
			return true;
		}
		return isService(message) || isFor(world, message);
	}

	private static boolean isFor(World world, ObjectNode message) {
		long bot = world.botId();
		String name = "@" + world.profile.username().toLowerCase(Locale.ROOT);
		String text = message.path("text").asString(message.path("caption").asString(""));
		boolean repliesToIt = message.path("reply_to_message").path("from").path("id").asLong(0) == bot;
		boolean throughIt = message.path("via_bot").path("id").asLong(0) == bot;
		return repliesToIt || throughIt || isCommand(text, name) || text.toLowerCase(Locale.ROOT).contains(name);
	}

	private static boolean isCommand(String text, String name) {
		if (!text.startsWith("/")) {
			return false;
		}
		String command = text.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
		return !command.contains("@") || command.endsWith(name);
	}

	/**
	 * Whether a message tells of something that happened: it then has nothing that people
	 * write or send.
	 */
	static boolean isService(JsonNode message) {
		return message.propertyNames()
			.stream()
			.anyMatch((field) -> field.startsWith("new_chat_") || field.startsWith("left_chat_")
					|| field.startsWith("migrate_") || field.endsWith("_chat_created") || field.equals("pinned_message")
					|| field.equals("delete_chat_photo"));
	}

}
