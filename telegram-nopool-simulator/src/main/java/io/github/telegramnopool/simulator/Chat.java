package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One chat of a bot with the latest that was said in it. Guarded by its bot.
 */
final class Chat {

	/**
	 * A long run must not fill the memory; nobody looks back as far.
	 */
	private static final int CAPACITY = BoundedLog.CAPACITY;

	private static final long SUPERGROUPS_FROM = -1_000_000_000_000L;

	private static final long SOMEBODY = 100_000_001L;

	private final List<ObjectNode> messages = new ArrayList<>();

	private ObjectNode info;

	private long lastMessageId;

	private final long id;

	Chat(long id) {
		this.id = id;
		this.info = describe(id);
	}

	/**
	 * The user who writes in a chat unless the request says who: in a private chat, the
	 * chat itself.
	 */
	ObjectNode defaultUser() {
		long user = (this.id > 0) ? this.id : SOMEBODY;
		return Json.object()
			.put("id", user)
			.put("is_bot", false)
			.put("first_name", "User")
			.put("username", "user" + user)
			.put("language_code", "en");
	}

	/**
	 * Keep a message that was made elsewhere, and what it says about the chat.
	 */
	void record(ObjectNode message) {
		JsonNode chat = message.get("chat");
		if (chat instanceof ObjectNode described) {
			this.info = described.deepCopy();
		}
		this.lastMessageId = Math.max(this.lastMessageId, message.path("message_id").asLong(0));
		if (this.messages.size() == CAPACITY) {
			this.messages.remove(0);
		}
		this.messages.add(message.deepCopy());
	}

	/**
	 * Begin a message with the next id.
	 */
	ObjectNode newMessage(ObjectNode from, long date) {
		ObjectNode message = Json.object().put("message_id", this.lastMessageId + 1);
		message.set("from", from);
		message.set("chat", this.info.deepCopy());
		return message.put("date", date);
	}

	@Nullable ObjectNode find(long messageId) {
		return this.messages.stream()
			.filter((message) -> message.path("message_id").asLong(0) == messageId)
			.findFirst()
			.map(ObjectNode::deepCopy)
			.orElse(null);
	}

	/**
	 * Put a changed message in the place of the one with its id.
	 */
	void replace(ObjectNode message) {
		this.messages
			.replaceAll((old) -> old.path("message_id").equals(message.path("message_id")) ? message.deepCopy() : old);
	}

	/**
	 * Take a message out.
	 * @return whether it was there
	 */
	boolean remove(long messageId) {
		return this.messages.removeIf((message) -> message.path("message_id").asLong(0) == messageId);
	}

	boolean isEmpty() {
		return this.messages.isEmpty();
	}

	List<JsonNode> messages() {
		return this.messages.stream().<JsonNode>map(ObjectNode::deepCopy).toList();
	}

	ObjectNode info() {
		return this.info.deepCopy();
	}

	boolean isNamed(String username) {
		return username.equalsIgnoreCase(this.info.path("username").asString(""));
	}

	private static ObjectNode describe(long id) {
		ObjectNode info = Json.object().put("id", id);
		if (id > 0) {
			return info.put("first_name", "User").put("username", "user" + id).put("type", "private");
		}
		return info.put("title", "Group " + id).put("type", (id <= SUPERGROUPS_FROM) ? "supergroup" : "group");
	}

}
