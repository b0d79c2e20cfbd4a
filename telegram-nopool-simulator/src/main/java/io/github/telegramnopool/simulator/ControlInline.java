// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control calls about inline queries, and about what the bot says to a pressed button.
 */
final class ControlInline {

	private ControlInline() {
	}

	static Reply handle(ControlCall call) {
		return switch (call.pattern()) {
			case "POST inline" -> {
				String query = call.text("query");
				String offset = call.json().path("offset").asString("");
				String id = call.bot()
					.inWorld((world) -> world.inline.ask(call.from(world, Users.SOMEBODY), query, offset));
				yield ControlCall.answer(Json.object().put("inline_query_id", id));
			}
			case "GET inline/*" -> call.bot().inWorld((world) -> answered(world.inline.answer(call.path().get(1))));
			case "POST inline/*/choose" -> choose(call);
			case "GET presses/*" -> call.bot().inWorld((world) -> answered(world.presses.answer(call.path().get(1))));
			default -> throw call.unknown();
		};
	}

	private static Reply choose(ControlCall call) {
		JsonNode request = call.json();
		return ControlCall.answer(call.bot().inWorld((world) -> {
			WrittenMessage written = world.inline.choose(call.path().get(1), request.path("result_id").asString(""),
					world.chats.get(request.path("chat").asLong(0)));
			ObjectNode answer = ControlApi.updateId(written.updateId());
			answer.set("message", written.message().deepCopy());
			return answer;
		}));
	}

	/**
	 * What the bot has said, if it has.
	 */
	private static Reply answered(@Nullable ObjectNode answer) {
		return ControlCall
			.answer((answer != null) ? answer.put("answered", true) : Json.object().put("answered", false));
	}

}
