package io.github.telegramnopool.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a message, with the entities that Telegram finds in it.
 */
final class TextContent {

	private static final int MAX_LENGTH = 4096;

	private TextContent() {
	}

	/**
	 * Add the text that a request gives.
	 */
	static void add(ObjectNode message, Parameters parameters) {
		String text = parameters.get("text").strip();
		if (text.isEmpty()) {
			throw ApiError.badRequest("message text is empty");
		}
		if (text.length() > MAX_LENGTH) {
			throw ApiError.badRequest("message is too long");
		}
		add(message, text);
		JsonNode entities = parameters.getJson("entities");
		if (entities != null && entities.isArray()) {
			message.set("entities", entities);
		}
	}

	static ObjectNode add(ObjectNode message, String text) {
		message.put("text", text);
		ArrayNode entities = EntityScanner.scan(text);
		if (!entities.isEmpty()) {
			message.set("entities", entities);
		}
		return message;
	}

}
