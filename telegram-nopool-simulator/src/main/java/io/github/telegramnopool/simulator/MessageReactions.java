// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who reacted to which message of a chat, and how. Guarded by the bot.
 */
final class MessageReactions {

	private final Map<Long, Map<Long, ArrayNode>> byMessage = new LatestMap<>();

	ArrayNode of(long message, long user) {
		return this.byMessage.getOrDefault(message, Map.of()).getOrDefault(user, Json.array()).deepCopy();
	}

	void set(long message, long user, JsonNode reactions) {
		Map<Long, ArrayNode> byUser = this.byMessage.computeIfAbsent(message, (first) -> new LinkedHashMap<>());
		byUser.remove(user);
		if (!reactions.isEmpty()) {
			byUser.put(user, ((ArrayNode) reactions).deepCopy());
		}
	}

	void forget(long message) {
		this.byMessage.remove(message);
	}

	void forgetUser(long user) {
		this.byMessage.values().forEach((byUser) -> byUser.remove(user));
	}

	/**
	 * The counts of every message that has reactions, by its id.
	 */
	ObjectNode all() {
		ObjectNode all = Json.object();
		this.byMessage.keySet().forEach((message) -> all.set(String.valueOf(message), counts(message)));
		return all;
	}

	/**
	 * How often each reaction was given, as {@code ReactionCount}.
	 */
	ArrayNode counts(long message) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		this.byMessage.getOrDefault(message, Map.of())
			.values()
			.forEach((reactions) -> reactions.forEach((one) -> counts.merge(Json.write(one), 1, Integer::sum)));
		ArrayNode list = Json.array();
		counts.forEach((reaction,
				count) -> list.addObject().put("total_count", count).set("type", Json.parseObject(reaction)));
		return list;
	}

}
