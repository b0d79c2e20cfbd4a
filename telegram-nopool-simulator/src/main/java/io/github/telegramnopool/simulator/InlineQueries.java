// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What users have asked the bot from within other chats, what it found, and what they
 * sent of it. Guarded by the bot.
 */
final class InlineQueries {

	/**
	 * As long as its update lives.
	 */
	private static final Duration LIFETIME = Duration.ofSeconds(30);

	private final Map<String, Asked> queries = new LatestMap<>();

	/**
	 * The messages that the bot knows by an id of their own.
	 */
	private final Map<String, Place> sent = new LatestMap<>();

	private final World world;

	private long lastId = 6_000_000_000_000_000L;

	InlineQueries(World world) {
		this.world = world;
	}

	/**
	 * Let somebody type the bot's name and a query.
	 * @return the id of the query
	 */
	String ask(ObjectNode from, String text, String offset) {
		String id = String.valueOf(++this.lastId);
		ObjectNode query = Json.object().put("id", id);
		query.set("from", from);
		query.put("query", text).put("offset", offset);
		add(query);
		this.world.update("inline_query", query);
		return id;
	}

	/**
	 * Expect an answer to a query.
	 */
	void add(JsonNode query) {
		this.queries.put(query.path("id").asString(""), new Asked(query, this.world.millis() + LIFETIME.toMillis()));
	}

	void answer(String id, ObjectNode answer) {
		Asked asked = this.queries.get(id);
		if (asked == null || asked.answer != null || asked.expiresAt <= this.world.millis()) {
			throw ApiError.badRequest("query is too old and response timeout expired or query ID is invalid");
		}
		asked.answer = answer;
		this.world.tell("inline_answer", answer.deepCopy().put("id", id));
	}

	/**
	 * What the bot found, if it has answered.
	 */
	@Nullable ObjectNode answer(String id) {
		Asked asked = this.queries.get(id);
		return (asked != null && asked.answer != null) ? asked.answer.deepCopy() : null;
	}

	/**
	 * Let the user who asked send one of the results to a chat.
	 */
	WrittenMessage choose(String id, String resultId, Chat chat) {
		Asked asked = this.queries.get(id);
		if (asked == null || asked.answer == null) {
			throw ApiError.badRequest("the inline query \"" + id + "\" has no answer");
		}
		JsonNode result = asked.answer.path("results")
			.valueStream()
			.filter((one) -> one.path("id").asString("").equals(resultId))
			.findFirst()
			.orElseThrow(() -> ApiError.badRequest("the answer has no result \"" + resultId + "\""));
		ObjectNode from = (ObjectNode) asked.query.get("from");
		ObjectNode message = chat.newMessage(from, this.world.now());
		message.set("via_bot", this.world.profile.user());
		new InlineContent(this.world.files).addTo(message, result);
		ObjectNode chosen = Json.object().put("result_id", resultId);
		chosen.set("from", from);
		chosen.set("query", asked.query.get("query"));
		if (result.has("reply_markup")) {
			message.set("reply_markup", result.get("reply_markup"));
			String inlineId = "inline" + ++this.lastId;
			this.sent.put(inlineId, new Place(chat, Transcript.id(message)));
			chosen.put("inline_message_id", inlineId);
		}
		int update = this.world.sayToBot(chat, message);
		this.world.update("chosen_inline_result", chosen);
		return new WrittenMessage(update, message);
	}

	/**
	 * Where the message is that the bot knows by an id of its own.
	 */
	@Nullable Place find(String inlineId) {
		return this.sent.get(inlineId);
	}

	@Nullable String idOf(Chat chat, long messageId) {
		Place place = new Place(chat, messageId);
		return this.sent.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(place))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Where a message is.
	 *
	 * @param chat the chat
	 * @param messageId its id there
	 */
	record Place(Chat chat, long messageId) {

	}

	private static final class Asked {

		private final JsonNode query;

		private final long expiresAt;

		private @Nullable ObjectNode answer;

		private Asked(JsonNode query, long expiresAt) {
			this.query = query;
			this.expiresAt = expiresAt;
		}

	}

}
