// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A call's parameters as JSON values of the types that the schema gives them, and what
 * can be made of them.
 */
record CallValues(ApiSchema schema, SchemaMethod method, SimulatedBot bot, Parameters parameters) {

	ObjectNode json() {
		ObjectNode json = Json.object();
		this.parameters.values().forEach((name, text) -> {
			SchemaField parameter = this.method.parameters().get(name);
			JsonNode value = (parameter != null) ? value(parameter, text) : null;
			if (value != null) {
				json.set(name, value);
			}
		});
		return json;
	}

	/**
	 * Make values for the answer.
	 * @param chat the chat that they are about
	 */
	ValueMaker maker(Chat chat) {
		Map<String, ObjectNode> known = new LinkedHashMap<>();
		known.put("User", user());
		known.put("Chat", chat.info());
		known.put("ChatFullInfo", chat.info());
		return new ValueMaker(this.schema, known, json(), this.bot.inWorld(World::now));
	}

	private ObjectNode user() {
		long id = this.parameters.getLong("user_id");
		return this.bot.inWorld((world) -> world.user((id > 0) ? id : world.botId()));
	}

	private @Nullable JsonNode value(SchemaField parameter, String text) {
		boolean isText = parameter.type().takes("String") && !this.parameters.isJson(parameter.name());
		return isText ? StringNode.valueOf(text) : this.parameters.getJson(parameter.name());
	}

}
