// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the content of a message of the result of an inline query.
 */
record InlineContent(FileStore files) {

	/**
	 * Fields of a message by the types of result that are named otherwise.
	 */
	private static final Map<String, String> FIELDS = Map.of("gif", "animation", "mpeg4_gif", "animation");

	void addTo(ObjectNode message, JsonNode result) {
		JsonNode content = result.path("input_message_content");
		if (content.has("message_text")) {
			FormattedText
				.parse(content.path("message_text").asString(""), content.path("parse_mode").asString(""),
						content.get("entities"))
				.addTo(message, "text", "entities");
		}
		else if (content.isObject() || List.of("location", "venue", "contact", "game").contains(type(result))) {
			place(message, content.isObject() ? content : result);
		}
		else {
			addMedium(message, result);
		}
	}

	private void addMedium(ObjectNode message, JsonNode result) {
		String type = type(result);
		String field = FIELDS.getOrDefault(type, type);
		MediaKind kind = MediaKind.of(field);
		if (kind == null) {
			message.put("text", result.path("title").asString(field));
			return;
		}
		String named = result.path(type + "_file_id").asString(result.path(type + "_url").asString(""));
		StoredFile file = new FileReference(this.files, new Parameters()).find(type, named, kind.folder());
		ObjectNode medium = file.toJson();
		switch (kind) {
			case PHOTO -> message.putArray(field).add(ImageSize.of(file).addTo(medium));
			case DOCUMENT -> message.set(field, medium.put("file_name", file.name()));
			case STICKER -> message.set(field,
					ImageSize.of(file)
						.addTo(medium)
						.put("type", "regular")
						.put("is_animated", false)
						.put("is_video", false));
			case AUDIO, VOICE -> message.set(field, medium.put("duration", 1));
			default -> message.set(field, ImageSize.of(file).addTo(medium).put("duration", 1));
		}
		FormattedText
			.parse(result.path("caption").asString(""), result.path("parse_mode").asString(""),
					result.get("caption_entities"))
			.addTo(message, "caption", "caption_entities");
	}

	private static void place(ObjectNode message, JsonNode content) {
		ObjectNode location = Json.object();
		copy(content, location, "latitude", "longitude");
		ObjectNode value = Json.object();
		if (content.has("address")) {
			copy(content, value, "title", "address");
			message.set("venue", value.set("location", location));
			message.set("location", location.deepCopy());
		}
		else if (content.has("phone_number")) {
			copy(content, value, "phone_number", "first_name", "last_name", "vcard");
			message.set("contact", value);
		}
		else {
			message.set("location", location);
		}
	}

	private static void copy(JsonNode from, ObjectNode to, String... fields) {
		for (String field : fields) {
			if (from.has(field)) {
				to.set(field, from.get(field));
			}
		}
	}

	private static String type(JsonNode result) {
		return result.path("type").asString("");
	}

}
