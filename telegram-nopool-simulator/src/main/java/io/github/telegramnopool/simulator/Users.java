// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of a bot's world. Everybody exists; only those are kept of whom something is
 * known beyond the number. Guarded by the bot.
 */
final class Users {

	/**
	 * Who acts in a group if nobody else is named.
	 */
	static final long SOMEBODY = 100_000_001L;

	private final Map<Long, ObjectNode> known = new HashMap<>();

	/**
	 * A user as the Bot API's {@code User}, which the caller may change.
	 */
	ObjectNode get(long id) {
		ObjectNode user = this.known.get(id);
		return (user != null) ? user.deepCopy() : stranger(id);
	}

	void put(ObjectNode user) {
		this.known.put(user.path("id").asLong(0), user.deepCopy());
	}

	/**
	 * Remember what a message or a request says about a user.
	 * @return all that is known of the user
	 */
	ObjectNode learn(JsonNode said, long otherwise) {
		long id = said.path("id").asLong(otherwise);
		ObjectNode user = get(id);
		if (said instanceof ObjectNode fields && !fields.isEmpty()) {
			user.setAll(fields);
			put(user);
		}
		return user;
	}

	private static ObjectNode stranger(long id) {
		return Json.object()
			.put("id", id)
			.put("is_bot", false)
			.put("first_name", "User")
			.put("username", "user" + id)
			.put("language_code", "en");
	}

}
