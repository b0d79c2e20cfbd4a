// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a text of {@code parse_mode} HTML, with the error texts of {@code parse_html}.
 */
final class HtmlText {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("b", "bold"), Map.entry("strong", "bold"),
			Map.entry("i", "italic"), Map.entry("em", "italic"), Map.entry("s", "strikethrough"),
			Map.entry("strike", "strikethrough"), Map.entry("del", "strikethrough"), Map.entry("u", "underline"),
			Map.entry("ins", "underline"), Map.entry("tg-spoiler", "spoiler"), Map.entry("span", "spoiler"),
			Map.entry("code", "code"), Map.entry("pre", "pre"));

	private static final Set<String> OTHER_TAGS = Set.of("a", "tg-emoji", "tg-time", "blockquote");

	private final Deque<Tag> open = new ArrayDeque<>();

	private final MarkupReader reader;

	HtmlText(String text) {
		this.reader = new MarkupReader(text);
	}

	FormattedText parse() {
		while (!this.reader.atEnd()) {
			if (this.reader.peek() == '&') {
				HtmlReference.copy(this.reader, this.reader.result);
			}
			else if (this.reader.peek() != '<') {
				this.reader.copy();
			}
			else if (this.reader.peek(1) == '/') {
				endTag();
			}
			else {
				startTag();
			}
		}
		if (!this.open.isEmpty()) {
			throw new MarkupException(
					"Can't find end tag corresponding to start tag \"" + this.open.getFirst().name + '"');
		}
		this.reader.entities.forEach((entity) -> {
			if (entity.path("type").asString("").equals("code")) {
				entity.remove("language");
			}
		});
		return new FormattedText(this.reader.result.toString(), this.reader.entities);
	}

	private void startTag() {
		int begin = this.reader.at++;
		String name = name(begin + 1);
		if (this.reader.atEnd()) {
			throw problem("Unclosed start tag", begin);
		}
		if (!TYPES.containsKey(name) && !OTHER_TAGS.contains(name)) {
			throw problem("Unsupported start tag \"" + name + "\"", begin);
		}
		Tag tag = new Tag(name, this.reader.result.length());
		HtmlAttributes.read(this.reader, name, begin, tag);
		if (name.equals("span") && !tag.argument.equals("spoiler")) {
			throw problem("Tag \"span\" must have class \"tg-spoiler\"", begin);
		}
		this.reader.at++;
		this.open.push(tag);
	}

	private void endTag() {
		int begin = this.reader.at;
		if (this.open.isEmpty()) {
			throw problem("Unexpected end tag", begin);
		}
		this.reader.at += 2;
		String name = name(begin + 2);
		while (!this.reader.atEnd() && MarkupReader.isSpace(this.reader.peek())) {
			this.reader.at++;
		}
		if (this.reader.peek() != '>') {
			throw problem("Unclosed end tag", begin);
		}
		this.reader.at++;
		Tag tag = this.open.pop();
		if (!name.isEmpty() && !name.equals(tag.name)) {
			throw new MarkupException("Unmatched end tag at byte offset " + this.reader.byteOffset(begin)
					+ ", expected \"</" + tag.name + ">\", found \"</" + name + ">\"");
		}
		if (this.reader.result.length() > tag.begin) {
			add(tag);
		}
	}

	private String name(int begin) {
		while (!MarkupReader.isSpace(this.reader.peek()) && this.reader.peek() != '>') {
			this.reader.at++;
		}
		return this.reader.from(begin).toLowerCase(Locale.ROOT);
	}

	private void add(Tag tag) {
		switch (tag.name) {
			case "a" -> this.reader
				.addLink(tag.argument.isEmpty() ? this.reader.result.substring(tag.begin) : tag.argument, tag.begin);
			case "tg-emoji" -> addEmoji(tag);
			case "tg-time" -> addTime(tag);
			case "blockquote" ->
				this.reader.add(tag.argument.isEmpty() ? "blockquote" : "expandable_blockquote", tag.begin);
			case "pre", "code" -> addCode(tag);
			default -> this.reader.add(TYPES.getOrDefault(tag.name, ""), tag.begin);
		}
	}

	private void addEmoji(Tag tag) {
		if (!tag.argument.matches("-?[0-9]{1,19}") || tag.argument.matches("-?0+")) {
			throw new MarkupException("Invalid custom emoji identifier specified");
		}
		this.reader.add("custom_emoji", tag.begin).put("custom_emoji_id", tag.argument);
	}

	private void addTime(Tag tag) {
		if (tag.date > 0) {
			ObjectNode entity = this.reader.add("date_time", tag.begin).put("unix_time", tag.date);
			if (!tag.argument.isEmpty()) {
				entity.put("date_time_format", tag.argument);
			}
		}
	}

	/**
	 * Code that fills a block of code exactly says what language the block is in.
	 */
	private void addCode(Tag tag) {
		String other = tag.name.equals("pre") ? "code" : "pre";
		ObjectNode last = last();
		if (last != null && last.path("type").asString("").equals(other) && last.path("offset").asInt(0) == tag.begin
				&& last.path("length").asInt(0) == this.reader.result.length() - tag.begin
				&& (last.has("language") || !tag.argument.isEmpty())) {
			last.put("type", "pre");
			if (!tag.argument.isEmpty()) {
				last.put("language", tag.argument);
			}
			return;
		}
		ObjectNode entity = this.reader.add(tag.name, tag.begin);
		if (!tag.argument.isEmpty()) {
			entity.put("language", tag.argument);
		}
	}

	private @Nullable ObjectNode last() {
		List<ObjectNode> entities = this.reader.entities;
		return entities.isEmpty() ? null : entities.get(entities.size() - 1);
	}

	private MarkupException problem(String what, int at) {
		return new MarkupException(what + " at byte offset " + this.reader.byteOffset(at));
	}

	/**
	 * A tag that waits for its end.
	 */
	static final class Tag {

		private final String name;

		private final int begin;

		String argument = "";

		long date;

		private Tag(String name, int begin) {
			this.name = name;
			this.begin = begin;
		}

	}

}
