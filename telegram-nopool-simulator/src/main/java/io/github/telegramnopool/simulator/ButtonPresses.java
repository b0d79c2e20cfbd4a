// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The buttons below messages that users have pressed, and what the bot said to it.
 * Guarded by the bot.
 */
final class ButtonPresses {

	/**
	 * As long as its update lives.
	 */
	private static final Duration LIFETIME = Duration.ofSeconds(150);

	private final Map<String, Press> presses = new LatestMap<>();

	private final World world;

	private long lastId = 4_000_000_000_000_000L;

	ButtonPresses(World world) {
		this.world = world;
	}

	/**
	 * Let somebody press a button.
	 * @param button its {@code callback_data} or else its text
	 * @return the id of the query
	 */
	String press(Chat chat, ObjectNode from, long messageId, String button) {
		ObjectNode message = UserMessages.find(chat, messageId);
		JsonNode pressed = find(message, button);
		if (!pressed.has("callback_data")) {
			throw ApiError.badRequest("the button \"" + pressed.path("text").asString("")
					+ "\" does not call the bot; only one with callback_data does");
		}
		String id = String.valueOf(++this.lastId);
		ObjectNode query = Json.object().put("id", id);
		query.set("from", from);
		String inlineId = this.world.inline.idOf(chat, messageId);
		if (inlineId != null) {
			query.put("inline_message_id", inlineId);
		}
		else {
			query.set("message", message);
		}
		query.put("chat_instance", String.valueOf(chat.id)).set("data", pressed.get("callback_data"));
		add(query, chat.id);
		this.world.update("callback_query", query);
		return id;
	}

	/**
	 * Expect an answer to a query.
	 */
	void add(JsonNode query, long chatId) {
		this.presses.put(query.path("id").asString(""), new Press(chatId, this.world.millis() + LIFETIME.toMillis()));
	}

	/**
	 * Show the user what the bot says. A query takes one answer, and only while the user
	 * waits for it.
	 */
	void answer(String id, ObjectNode answer) {
		Press press = this.presses.get(id);
		if (press == null || press.answer != null || press.expiresAt <= this.world.millis()) {
			throw ApiError.badRequest("query is too old and response timeout expired or query ID is invalid");
		}
		press.answer = answer;
		ObjectNode shown = answer.deepCopy().put("id", id);
		Chat chat = this.world.chats.peek(press.chat);
		if (chat != null) {
			this.world.tell("callback_answer", chat, shown);
		}
		else {
			this.world.tell("callback_answer", shown);
		}
	}

	/**
	 * What the bot said, if it did.
	 */
	@Nullable ObjectNode answer(String id) {
		Press press = this.presses.get(id);
		return (press != null && press.answer != null) ? press.answer.deepCopy() : null;
	}

	private static JsonNode find(ObjectNode message, String button) {
		return Stream.of("callback_data", "text")
			.flatMap((field) -> message.path("reply_markup")
				.path("inline_keyboard")
				.valueStream()
				.flatMap(JsonNode::valueStream)
				.filter((one) -> one.path(field).asString("").equals(button)))
			.findFirst()
			.orElseThrow(() -> ApiError
				.badRequest("message " + Transcript.id(message) + " has no button \"" + button + "\" below it"));
	}

	private static final class Press {

		private final long chat;

		private final long expiresAt;

		private @Nullable ObjectNode answer;

		private Press(long chat, long expiresAt) {
			this.chat = chat;
			this.expiresAt = expiresAt;
		}

	}

}
