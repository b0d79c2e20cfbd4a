// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bot that reads its updates, each of which has to be what the schema says.
 */
final class WorldCalls {

	private static final ApiSchema SCHEMA = ApiSchema.load();

	final BotCalls calls;

	private final TelegramSimulator simulator;

	private long offset;

	WorldCalls(TelegramSimulator simulator) {
		this.simulator = simulator;
		this.calls = new BotCalls(simulator, 42);
	}

	SimulatedBot bot() {
		return this.simulator.bot(42);
	}

	/**
	 * Ask for the kinds that Telegram leaves out unless it is asked.
	 */
	WorldCalls readingEverything() {
		this.calls.call("getUpdates?allowed_updates=" + BotCalls.encode("[\"message\",\"edited_message\","
				+ "\"channel_post\",\"edited_channel_post\",\"callback_query\",\"inline_query\","
				+ "\"chosen_inline_result\",\"poll\",\"poll_answer\",\"my_chat_member\",\"chat_member\","
				+ "\"chat_join_request\",\"message_reaction\",\"message_reaction_count\"]"));
		return this;
	}

	/**
	 * The updates since the last time, all confirmed. Asks only if there are some, for an
	 * offset that comes twice is slowed down.
	 */
	List<JsonNode> updates() {
		List<JsonNode> updates = new ArrayList<>();
		while (bot().pending() > 0) {
			for (JsonNode update : this.calls.result("getUpdates?offset=" + this.offset)) {
				List<ValueCheck.Problem> problems = new ValueCheck(SCHEMA, Set.of()).check(SchemaType.parse("Update"),
						update, "update");
				assertThat(problems).as("%s", update).isEmpty();
				if (update.get("update_id").longValue() >= this.offset) {
					this.offset = update.get("update_id").longValue() + 1;
					updates.add(update);
				}
			}
		}
		return updates;
	}

	/**
	 * The kinds of the updates since the last time.
	 */
	List<String> kinds() {
		return updates().stream().map(WorldCalls::kind).toList();
	}

	/**
	 * The one update since the last time.
	 */
	JsonNode update(String kind) {
		List<JsonNode> updates = updates();
		assertThat(updates).extracting(WorldCalls::kind).containsExactly(kind);
		return updates.get(0).get(kind);
	}

	/**
	 * Call a method, which has to succeed.
	 */
	JsonNode ok(String call) {
		JsonNode answer = BotCalls.json(this.calls.call(call));
		assertThat(answer.path("ok").booleanValue()).as("%s: %s", call, answer).isTrue();
		String method = call.replaceAll("\\?.*", "");
		assertThat(
				new ValueCheck(SCHEMA, Set.of()).check(SCHEMA.method(method).returns(), answer.get("result"), "result"))
			.as("%s", answer)
			.isEmpty();
		return answer.get("result");
	}

	/**
	 * Call a method, which has to be refused.
	 * @return code and description
	 */
	String refused(String call) {
		JsonNode answer = BotCalls.json(this.calls.call(call));
		assertThat(answer.path("ok").booleanValue()).as("%s: %s", call, answer).isFalse();
		return answer.get("error_code").intValue() + " " + answer.get("description").stringValue();
	}

	private static String kind(JsonNode update) {
		return update.propertyNames().stream().filter((name) -> !name.equals("update_id")).findFirst().orElseThrow();
	}

}
