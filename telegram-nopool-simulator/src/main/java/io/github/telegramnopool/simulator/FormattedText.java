// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text with its entities, whose offsets count UTF-16 units.
 *
 * @param text the text without any marks
 * @param entities each with {@code offset}, {@code length} and {@code type}
 */
record FormattedText(String text, List<ObjectNode> entities) {

	/**
	 * Bytes of text, marks included, that the official server reads
	 * ({@code Client::get_formatted_text}).
	 */
	private static final int MAX_BYTES = 1 << 15;

	/**
	 * Within these Telegram looks for no links, names or commands.
	 */
	private static final Set<String> OPAQUE = Set.of("code", "pre", "text_link", "text_mention", "custom_emoji");

	/**
	 * A text as people write it.
	 */
	static FormattedText plain(String text) {
		return new FormattedText(text, List.of()).withFoundEntities();
	}

	/**
	 * A text as a bot gives it ({@code Client::get_formatted_text} and
	 * {@code fix_formatted_text}).
	 * @param mode the {@code parse_mode}, or empty
	 * @param entities those that are given beside the text, which count without a mode
	 */
	static FormattedText parse(String text, String mode, @Nullable JsonNode entities) {
		if (text.getBytes(Json.CHARSET).length > MAX_BYTES) {
			throw ApiError.badRequest("text is too long");
		}
		String name = mode.toLowerCase(Locale.ROOT);
		if (text.isEmpty() || name.isEmpty() || name.equals("none")) {
			return new FormattedText(text, given(text, entities)).trimmed().withFoundEntities();
		}
		try {
			FormattedText parsed = switch (name) {
				case "html" -> new HtmlText(text).parse();
				case "markdown" -> new MarkdownText(text).parse();
				case "markdownv2" -> new MarkdownV2Text(text).parse();
				default -> throw ApiError.badRequest("unsupported parse_mode");
			};
			return parsed.trimmed().withFoundEntities();
		}
		catch (MarkupException ex) {
			throw ApiError.badRequest("can't parse entities: " + ex.getMessage());
		}
	}

	/**
	 * Put the text into a message. What is empty is left out.
	 */
	void addTo(ObjectNode message, String textField, String entitiesField) {
		message.remove(List.of(textField, entitiesField));
		if (!this.text.isEmpty()) {
			message.put(textField, this.text);
		}
		if (!this.entities.isEmpty()) {
			message.putArray(entitiesField).addAll(this.entities);
		}
	}

	FormattedText trimmed() {
		int begin = this.text.length() - this.text.stripLeading().length();
		int end = this.text.stripTrailing().length();
		if (end <= begin) {
			return new FormattedText("", List.of());
		}
		List<ObjectNode> kept = new ArrayList<>();
		for (ObjectNode entity : this.entities) {
			int from = Math.max(offset(entity), begin);
			int to = Math.min(end(entity), end);
			if (to > from) {
				kept.add(entity.deepCopy().put("offset", from - begin).put("length", to - from));
			}
		}
		return new FormattedText(this.text.substring(begin, end), kept);
	}

	/**
	 * With the links, names and commands that Telegram finds by itself
	 * ({@code find_entities}).
	 */
	private FormattedText withFoundEntities() {
		List<ObjectNode> all = new ArrayList<>(this.entities);
		EntityScanner.scan(this.text).forEach((found) -> {
			if (this.entities.stream().noneMatch((given) -> hides(given, found))) {
				all.add((ObjectNode) found);
			}
		});
		all.sort(Comparator.<ObjectNode>comparingInt(FormattedText::offset)
			.thenComparing(Comparator.comparingInt(FormattedText::end).reversed()));
		return new FormattedText(this.text, all);
	}

	private static boolean hides(JsonNode given, JsonNode found) {
		String type = given.path("type").asString("");
		return (OPAQUE.contains(type) || type.equals(found.path("type").asString(""))) && offset(given) < end(found)
				&& offset(found) < end(given);
	}

	private static List<ObjectNode> given(String text, @Nullable JsonNode entities) {
		List<ObjectNode> list = new ArrayList<>();
		for (JsonNode entity : (entities != null && entities.isArray()) ? entities : Json.array()) {
			if (entity instanceof ObjectNode object && offset(object) >= 0 && offset(object) < text.length()) {
				int length = Math.min(object.path("length").asInt(0), text.length() - offset(object));
				list.add(object.deepCopy().put("length", length));
			}
		}
		return list;
	}

	private static int offset(JsonNode entity) {
		return entity.path("offset").asInt(0);
	}

	private static int end(JsonNode entity) {
		return offset(entity) + entity.path("length").asInt(0);
	}

}
