// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot says about itself: names, descriptions and commands, each by language.
 * Guarded by the bot.
 */
final class BotProfile {

	private final Map<String, String> texts = new HashMap<>();

	private final Map<String, ArrayNode> commands = new HashMap<>();

	private final long id;

	private boolean readsAll;

	BotProfile(long id) {
		this.id = id;
		this.texts.put("name:", nameByDefault());
	}

	String username() {
		return "sim" + this.id + "_bot";
	}

	ObjectNode user() {
		return Json.object()
			.put("id", this.id)
			.put("is_bot", true)
			.put("first_name", text("name", ""))
			.put("username", username());
	}

	/**
	 * What {@code getMe} answers.
	 */
	ObjectNode description() {
		return user().put("can_join_groups", true)
			.put("can_read_all_group_messages", this.readsAll)
			.put("supports_inline_queries", true)
			.put("can_connect_to_business", false)
			.put("has_main_web_app", false);
	}

	/**
	 * Whether the bot sees all that is said in groups, whoever it is there.
	 */
	boolean readsAll() {
		return this.readsAll;
	}

	void readsAll(boolean readsAll) {
		this.readsAll = readsAll;
	}

	/**
	 * A name or description: in a language, or else for all.
	 */
	String text(String kind, String language) {
		return this.texts.getOrDefault(kind + ":" + language, this.texts.getOrDefault(kind + ":", ""));
	}

	void text(String kind, String language, String text) {
		String key = kind + ":" + language;
		if (!text.isEmpty()) {
			this.texts.put(key, text);
		}
		else if (key.equals("name:")) {
			this.texts.put(key, nameByDefault());
		}
		else {
			this.texts.remove(key);
		}
	}

	/**
	 * The commands for exactly a scope and a language.
	 */
	ArrayNode commands(JsonNode scope, String language) {
		return this.commands.getOrDefault(key(scope, language), Json.array()).deepCopy();
	}

	void commands(JsonNode scope, String language, ArrayNode commands) {
		this.commands.put(key(scope, language), commands.deepCopy());
	}

	private String nameByDefault() {
		return "Simulated bot " + this.id;
	}

	private static String key(JsonNode scope, String language) {
		boolean everywhere = !scope.isObject() || scope.path("type").asString("default").equals("default");
		return (everywhere ? "" : Json.write(scope)) + ":" + language;
	}

}
