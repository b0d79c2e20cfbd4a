package io.github.telegramnopool.simulator;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * The chats of one bot. A chat with a number exists as soon as it is spoken of. Guarded
 * by its bot.
 */
final class Chats {

	private final Map<Long, Chat> chats = new TreeMap<>();

	Chat get(long id) {
		return this.chats.computeIfAbsent(id, Chat::new);
	}

	@Nullable Chat peek(long id) {
		return this.chats.get(id);
	}

	/**
	 * Find the chat that a request names, by number or by {@code @username}.
	 */
	Chat resolve(String chatId) {
		if (chatId.isEmpty()) {
			throw ApiError.badRequest("chat_id is empty");
		}
		if (chatId.startsWith("@")) {
			return this.chats.values()
				.stream()
				.filter((chat) -> chat.isNamed(chatId.substring(1)))
				.findFirst()
				.orElseThrow(() -> ApiError.badRequest("chat not found"));
		}
		if (!chatId.matches("-?[1-9][0-9]{0,17}")) {
			throw ApiError.badRequest("chat not found");
		}
		return get(Long.parseLong(chatId));
	}

	ArrayNode toJson() {
		ArrayNode list = Json.array();
		this.chats.values().forEach((chat) -> list.add(chat.info()));
		return list;
	}

}
