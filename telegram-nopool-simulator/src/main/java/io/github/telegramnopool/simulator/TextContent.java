// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text or the caption of a message that a bot writes, within Telegram's limits.
 */
final class TextContent {

	private static final int MAX_TEXT = 4096;

	private static final int MAX_CAPTION = 1024;

	private TextContent() {
	}

	/**
	 * Put the text that a request gives in the place of what a message says.
	 */
	static void add(ObjectNode message, Parameters parameters) {
		FormattedText text = FormattedText.parse(parameters.get("text"), parameters.get("parse_mode"),
				parameters.getJson("entities"));
		if (text.text().isEmpty()) {
			throw ApiError.badRequest("message text is empty");
		}
		if (text.text().length() > MAX_TEXT) {
			throw ApiError.badRequest("message is too long");
		}
		text.addTo(message, "text", "entities");
	}

	/**
	 * Add the caption that a request, or an item of its media, gives.
	 */
	static void addCaption(ObjectNode message, JsonNode given) {
		FormattedText caption = FormattedText.parse(given.path("caption").asString(""),
				given.path("parse_mode").asString(""), given.get("caption_entities"));
		if (caption.text().length() > MAX_CAPTION) {
			throw ApiError.badRequest("message caption is too long");
		}
		caption.addTo(message, "caption", "caption_entities");
	}

}
