// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a poll of what {@code sendPoll} gives.
 */
final class PollContent {

	private static final int MAX_QUESTION = 300;

	private static final int MAX_OPTIONS = 12;

	private PollContent() {
	}

	static ObjectNode make(String id, CallValues call) {
		ObjectNode given = call.json();
		ObjectNode poll = Json.object().put("id", id);
		text(given, "question").addTo(poll, "question", "question_entities");
		int length = poll.path("question").asString("").codePointCount(0, poll.path("question").asString("").length());
		if (length == 0) {
			throw ApiError.badRequest("text must be non-empty");
		}
		if (length > MAX_QUESTION) {
			throw ApiError.badRequest("poll question length must not exceed " + MAX_QUESTION);
		}
		boolean quiz = given.path("type").asString("regular").equals("quiz");
		poll.set("options", options(call.parameters()));
		poll.put("total_voter_count", 0)
			.put("is_closed", given.path("is_closed").asBoolean(false))
			.put("is_anonymous", given.path("is_anonymous").asBoolean(true))
			.put("type", quiz ? "quiz" : "regular")
			.put("allows_multiple_answers", given.path("allows_multiple_answers").asBoolean(false))
			.put("allows_revoting", given.path("allows_revoting").asBoolean(!quiz))
			.put("members_only", given.path("members_only").asBoolean(false));
		for (String taken : List.of("open_period", "close_date", "country_codes")) {
			if (given.has(taken)) {
				poll.set(taken, given.get(taken));
			}
		}
		if (quiz) {
			addSolution(poll, given);
		}
		text(given, "description").addTo(poll, "description", "description_entities");
		return poll;
	}

	private static void addSolution(ObjectNode poll, ObjectNode given) {
		JsonNode correct = given.path("correct_option_ids");
		if (correct.isEmpty()) {
			throw ApiError.badRequest("correct quiz option list must be non-empty");
		}
		poll.set("correct_option_ids", correct);
		text(given, "explanation").addTo(poll, "explanation", "explanation_entities");
	}

	private static ArrayNode options(Parameters parameters) {
		JsonNode given = parameters.getJson("options");
		if (given == null) {
			throw ApiError.badRequest("can't parse options JSON object");
		}
		if (!given.isArray()) {
			throw ApiError.badRequest("expected an Array of String as options");
		}
		if (given.isEmpty()) {
			throw ApiError.badRequest("poll must have at least one answer option");
		}
		if (given.size() > MAX_OPTIONS) {
			throw ApiError.badRequest("poll can't have more than " + MAX_OPTIONS + " options");
		}
		ArrayNode options = Json.array();
		for (JsonNode one : given) {
			ObjectNode option = options.addObject().put("persistent_id", String.valueOf(options.size() - 1));
			FormattedText text = one.isString() ? FormattedText.parse(one.stringValue(), "", null)
					: FormattedText.parse(one.path("text").asString(""), one.path("text_parse_mode").asString(""),
							one.get("text_entities"));
			if (text.text().isEmpty()) {
				throw ApiError.badRequest("poll option must be non-empty");
			}
			text.addTo(option, "text", "text_entities");
			option.put("voter_count", 0);
		}
		return options;
	}

	private static FormattedText text(ObjectNode given, String name) {
		return FormattedText.parse(given.path(name).asString(""), given.path(name + "_parse_mode").asString(""),
				given.get(name + "_entities"));
	}

}
