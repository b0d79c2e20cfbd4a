// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The chats of one bot. A chat with a number exists as soon as it is spoken of. Guarded
 * by the bot.
 */
final class Chats {

	private static final long GROUPS_FROM = -5_000_000_000L;

	private static final long SUPERGROUPS_FROM = -1_002_000_000_000L;

	private final Map<Long, Chat> chats = new TreeMap<>();

	private final Users users;

	private final long bot;

	private long lastGroup = GROUPS_FROM;

	private long lastSupergroup = SUPERGROUPS_FROM;

	Chats(Users users, long bot) {
		this.users = users;
		this.bot = bot;
	}

	Chat get(long id) {
		return this.chats.computeIfAbsent(id, (absent) -> new Chat(id, this.users.get(id), this.bot));
	}

	@Nullable Chat peek(long id) {
		return this.chats.get(id);
	}

	/**
	 * Create a chat with the next free number.
	 */
	Chat create(ChatType type, String title) {
		long id = (type == ChatType.GROUP) ? --this.lastGroup : --this.lastSupergroup;
		Chat chat = new Chat(id, type, title, this.bot);
		this.chats.put(id, chat);
		return chat;
	}

	/**
	 * Find the chat that a request names, by number or by {@code @username}
	 * ({@code Client::check_chat}).
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

	Collection<Chat> all() {
		return this.chats.values();
	}

}
