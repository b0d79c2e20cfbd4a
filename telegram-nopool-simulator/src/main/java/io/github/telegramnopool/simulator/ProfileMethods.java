// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a bot tells about itself and asks about the profiles of others.
 */
final class ProfileMethods {

	private ProfileMethods() {
	}

	static Reply getMe(CallValues call) {
		return call.bot().inWorld((world) -> Reply.ok(world.profile.description()));
	}

	static Reply getCommands(CallValues call) {
		return call.bot().inWorld((world) -> Reply.ok(world.profile.commands(scope(call), language(call))));
	}

	static Reply setCommands(CallValues call) {
		if (!(call.parameters().getJson("commands") instanceof ArrayNode list)) {
			throw ApiError.badRequest("can't parse BotCommands: expected an Array of BotCommand");
		}
		return setCommands(call, list);
	}

	static Reply deleteCommands(CallValues call) {
		return setCommands(call, Json.array());
	}

	/**
	 * Answer with what was set by the method of the same name.
	 * @param field the one field of the answer
	 */
	static Reply getText(CallValues call, String field) {
		return call.bot()
			.inWorld((world) -> Reply.ok(Json.object().put(field, world.profile.text(field, language(call)))));
	}

	static Reply setText(CallValues call, String field) {
		return call.bot().inWorld((world) -> {
			world.profile.text(field, language(call), call.parameters().get(field).strip());
			return Reply.isTrue();
		});
	}

	/**
	 * Nobody in this world has a photo.
	 */
	static Reply getPhotos(CallValues call) {
		if (call.parameters().getLong("user_id") <= 0) {
			throw ApiError.badRequest("invalid user_id specified");
		}
		return Reply.ok(Json.object().put("total_count", 0).set("photos", Json.array()));
	}

	private static Reply setCommands(CallValues call, ArrayNode commands) {
		return call.bot().inWorld((world) -> {
			world.profile.commands(scope(call), language(call), commands);
			world.tell("commands", World.holder("commands", world.profile.commands(Json.object(), "")));
			return Reply.isTrue();
		});
	}

	private static JsonNode scope(CallValues call) {
		@Nullable JsonNode scope = call.parameters().getJson("scope");
		return (scope != null) ? scope : Json.object();
	}

	private static String language(CallValues call) {
		return call.parameters().get("language_code");
	}

}
