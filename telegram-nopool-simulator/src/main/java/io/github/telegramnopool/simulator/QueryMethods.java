// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what users have asked by buttons and by inline queries, and reacts to messages.
 */
final class QueryMethods {

	private static final int MAX_RESULTS = 50;

	private QueryMethods() {
	}

	static Reply answerCallbackQuery(CallValues call) {
		call.bot().inWorld((world) -> {
			world.presses.answer(call.parameters().get("callback_query_id"),
					taken(call, "text", "show_alert", "url", "cache_time"));
			return world;
		});
		return Reply.isTrue();
	}

	static Reply answerInlineQuery(CallValues call) {
		JsonNode results = call.parameters().getJson("results");
		if (results == null || !results.isArray()) {
			throw ApiError.badRequest("expected an Array of inline query results");
		}
		if (results.size() > MAX_RESULTS) {
			throw ApiError.badRequest("too many inline query results specified");
		}
		Set<String> ids = new HashSet<>();
		for (JsonNode result : results) {
			String id = result.path("id").asString("");
			if (id.isEmpty() || id.length() > 64) {
				throw ApiError.badRequest("RESULT_ID_INVALID");
			}
			if (!ids.add(id)) {
				throw ApiError.badRequest("RESULT_ID_DUPLICATE");
			}
		}
		call.bot().inWorld((world) -> {
			world.inline.answer(call.parameters().get("inline_query_id"),
					taken(call, "results", "cache_time", "is_personal", "next_offset", "button"));
			return world;
		});
		return Reply.isTrue();
	}

	static Reply setReaction(CallValues call) {
		JsonNode given = call.parameters().getJson("reaction");
		JsonNode reactions = (given != null && given.isArray()) ? given : Json.array();
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.READ);
			long id = call.parameters().getLong("message_id");
			if (chat.transcript.find(id) == null) {
				throw ApiError.badRequest("message to react not found");
			}
			if (reactions.size() > 1) {
				throw ApiError.badRequest("REACTIONS_TOO_MANY");
			}
			chat.reactions.set(id, world.botId(), reactions);
			world.messages.showReactions(chat, id);
			return Reply.isTrue();
		});
	}

	private static ObjectNode taken(CallValues call, String... names) {
		return call.json().retain(List.of(names));
	}

}
