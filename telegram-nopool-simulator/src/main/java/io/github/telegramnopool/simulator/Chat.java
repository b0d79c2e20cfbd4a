// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One chat of a bot, with who is in it and the latest that was said. Guarded by the bot.
 */
final class Chat {

	final long id;

	final Transcript transcript = new Transcript();

	final MessageReactions reactions = new MessageReactions();

	/**
	 * Ids of the pinned messages, the latest first.
	 */
	final Deque<Long> pinned = new ArrayDeque<>();

	/**
	 * What {@code getChat} tells beyond what every message does.
	 */
	final ObjectNode details = Json.object();

	final Members members;

	/**
	 * The supergroup that took the place of this group, or 0.
	 */
	long migratedTo;

	/**
	 * The keyboard that the bot put in the place of the user's own.
	 */
	@Nullable JsonNode keyboard;

	private ObjectNode info;

	/**
	 * Create a chat of which nothing is known but the number.
	 */
	Chat(long id, ObjectNode user, long bot) {
		this.id = id;
		this.info = describe(id, user);
		this.members = new Members(ChatType.of(id), true, bot);
	}

	/**
	 * Create a chat that has a title, and of whose members all are known.
	 */
	Chat(long id, ChatType type, String title, long bot) {
		this.id = id;
		this.info = Json.object().put("id", id).put("title", title).put("type", type.json());
		this.members = new Members(type, false, bot);
	}

	ChatType type() {
		return ChatType.of(this.info.path("type").asString(""), this.id);
	}

	ObjectNode info() {
		return this.info.deepCopy();
	}

	/**
	 * Take over what a message says about the chat.
	 */
	void describe(JsonNode chat) {
		if (chat instanceof ObjectNode described) {
			ChatType before = type();
			this.info = described.deepCopy();
			if (type() != before) {
				this.members.becomes(type());
			}
		}
	}

	String title() {
		return this.info.path("title").asString("");
	}

	void rename(String title) {
		this.info.put("title", title);
	}

	/**
	 * Take over the names of the one person of a private chat.
	 */
	void rename(ObjectNode user) {
		this.info = describe(this.id, user);
	}

	/**
	 * The user who writes unless a request says who: in a private chat, the chat itself.
	 */
	long defaultUser() {
		return (this.id > 0) ? this.id : Users.SOMEBODY;
	}

	/**
	 * Begin a message with the next id. What is said in a channel is said by the channel.
	 */
	ObjectNode newMessage(ObjectNode from, long date) {
		ObjectNode message = Json.object().put("message_id", this.transcript.nextId());
		if (type() == ChatType.CHANNEL) {
			message.set("sender_chat", info());
		}
		else {
			message.set("from", from);
		}
		message.set("chat", info());
		return message.put("date", date);
	}

	boolean isNamed(String username) {
		return username.equalsIgnoreCase(this.info.path("username").asString(""));
	}

	private static ObjectNode describe(long id, ObjectNode user) {
		ObjectNode info = Json.object().put("id", id);
		if (id > 0) {
			for (String name : new String[] { "first_name", "last_name", "username" }) {
				if (user.has(name)) {
					info.set(name, user.get(name));
				}
			}
			return info.put("type", "private");
		}
		return info.put("title", "Group " + id).put("type", ChatType.of(id).json());
	}

}
