// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The votes in the polls that the bot sent. Guarded by the bot.
 */
final class Polls {

	private final Map<String, Map<Long, Set<Integer>>> votes = new LatestMap<>();

	private final World world;

	private long lastId = 5_000_000_000_000_000L;

	Polls(World world) {
		this.world = world;
	}

	String nextId() {
		return String.valueOf(++this.lastId);
	}

	/**
	 * Let somebody vote, or take the vote back by choosing nothing
	 * ({@code PollManager::set_poll_answer}).
	 */
	void vote(Chat chat, ObjectNode from, long messageId, Set<Integer> options) {
		ObjectNode message = UserMessages.find(chat, messageId);
		if (!(message.get("poll") instanceof ObjectNode poll)) {
			throw ApiError.badRequest("message " + messageId + " is no poll");
		}
		Map<Long, Set<Integer>> voters = this.votes.computeIfAbsent(id(poll), (first) -> new HashMap<>());
		long user = from.path("id").asLong();
		check(poll, options, voters.containsKey(user));
		if (options.isEmpty()) {
			voters.remove(user);
		}
		else {
			voters.put(user, new TreeSet<>(options));
		}
		count(poll, voters);
		this.world.edit(chat, message);
		this.world.update("poll", poll);
		if (!poll.path("is_anonymous").asBoolean(true)) {
			this.world.update("poll_answer", answer(poll, from, options));
		}
	}

	/**
	 * End a poll.
	 * @return the poll as it is for ever
	 */
	ObjectNode stop(Chat chat, ObjectNode message) {
		ObjectNode poll = (ObjectNode) message.get("poll");
		poll.put("is_closed", true);
		this.world.edit(chat, message);
		this.world.update("poll", poll);
		return poll;
	}

	private static void check(ObjectNode poll, Set<Integer> options, boolean voted) {
		if (poll.path("is_closed").asBoolean(false)) {
			throw ApiError.badRequest("can't answer closed poll");
		}
		if (!poll.path("allows_multiple_answers").asBoolean(false) && options.size() > 1) {
			throw ApiError.badRequest("can't choose more than 1 option in the poll");
		}
		if (!poll.path("allows_revoting").asBoolean(true) && (voted || options.isEmpty())) {
			throw ApiError.badRequest("can't revote in the poll");
		}
		int count = poll.path("options").size();
		if (options.stream().anyMatch((option) -> option < 0 || option >= count)) {
			throw ApiError.badRequest("invalid option identifier specified; the poll has " + count + " from 0");
		}
	}

	private static void count(ObjectNode poll, Map<Long, Set<Integer>> voters) {
		poll.put("total_voter_count", voters.size());
		ArrayNode options = (ArrayNode) poll.get("options");
		for (int i = 0; i < options.size(); i++) {
			int option = i;
			((ObjectNode) options.get(i)).put("voter_count",
					voters.values().stream().filter((chosen) -> chosen.contains(option)).count());
		}
	}

	private static ObjectNode answer(ObjectNode poll, ObjectNode from, Set<Integer> options) {
		ObjectNode answer = Json.object().put("poll_id", id(poll));
		answer.set("user", from);
		ArrayNode ids = answer.putArray("option_ids");
		ArrayNode persistent = answer.putArray("option_persistent_ids");
		options.forEach((option) -> {
			ids.add(option);
			persistent.add(poll.get("options").get(option).get("persistent_id"));
		});
		return answer;
	}

	private static String id(JsonNode poll) {
		return poll.path("id").asString("");
	}

}
