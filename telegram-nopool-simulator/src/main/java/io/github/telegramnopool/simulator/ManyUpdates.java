// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Queues a list of updates by one control call, for those who need more of them than
 * there could be calls.
 */
final class ManyUpdates {

	private static final Pattern CALL = Pattern.compile("POST /_sim/bots/([1-9][0-9]{0,17})(/test)?/updates");

	private final Bots bots;

	ManyUpdates(Bots bots) {
		this.bots = bots;
	}

	/**
	 * Answer a call, or {@code null} if it is another, or has one update.
	 */
	@Nullable Reply answer(String call, String body) {
		Matcher matcher = CALL.matcher(call);
		if (!body.startsWith("[") || !matcher.matches()) {
			return null;
		}
		SimulatedBot bot = this.bots.get(Long.parseLong(matcher.group(1)), matcher.group(2) != null);
		ArrayNode ids = Json.array();
		for (ObjectNode update : updates(body)) {
			int id = bot.inWorld((world) -> PushedUpdate.push(world, update));
			if (id != 0) {
				ids.add(id);
			}
			else {
				ids.addNull();
			}
		}
		ObjectNode answer = Json.object();
		answer.set("update_ids", ids);
		return Reply.json(200, Json.write(answer));
	}

	/**
	 * Read all before the first is queued.
	 */
	private static List<ObjectNode> updates(String body) {
		List<ObjectNode> updates = new ArrayList<>();
		JsonNode list = Json.parseOrNull(body);
		if (list == null) {
			throw ApiError.badRequest("a JSON list of updates is expected");
		}
		list.forEach((update) -> {
			if (!(update instanceof ObjectNode object)) {
				throw ApiError.badRequest("each update must be a JSON object; got " + update);
			}
			updates.add(object);
		});
		return updates;
	}

}
