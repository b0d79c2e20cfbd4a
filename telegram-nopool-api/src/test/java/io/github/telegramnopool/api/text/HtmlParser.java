// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;

/**
 * Reads HTML by Telegram's rules, and shares no code with what writes it.
 */
final class HtmlParser {

	private static final Pattern TOKEN = Pattern.compile("<(?<end>/?)(?<tag>[a-z-]+)(?<attributes>[^<>]*)>"
			+ "|&(?<entity>lt|gt|amp|quot);|(?<text>[^<&>])|(?<wrong>.)", Pattern.DOTALL);

	private static final Pattern ATTRIBUTE = Pattern.compile(" (?<name>[a-z-]+)(?:=\"(?<value>[^\"]*)\")?");

	private static final Map<String, String> CHARACTERS = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

	private static final Map<String, MessageEntityType> STYLES = Map.of("b", MessageEntityType.BOLD, "i",
			MessageEntityType.ITALIC, "u", MessageEntityType.UNDERLINE, "s", MessageEntityType.STRIKETHROUGH,
			"tg-spoiler", MessageEntityType.SPOILER);

	private final StringBuilder text = new StringBuilder();

	private final Deque<Tag> open = new ArrayDeque<>();

	private final List<MessageEntity> entities = new ArrayList<>();

	static MessageText parse(String html) {
		return new HtmlParser().read(html);
	}

	private MessageText read(String html) {
		Matcher token = TOKEN.matcher(html);
		while (token.find()) {
			if (token.group("wrong") != null) {
				throw new IllegalStateException("Not escaped at " + token.start() + " in " + html);
			}
			if (token.group("tag") == null) {
				this.text.append(decoded(token.group()));
			}
			else if (token.group("end").isEmpty()) {
				this.open.push(new Tag(token.group("tag"), attributes(token.group("attributes")), this.text.length()));
			}
			else {
				Tag tag = this.open.pop();
				if (!tag.name().equals(token.group("tag"))) {
					throw new IllegalStateException("Unmatched end tag at " + token.start() + " in " + html);
				}
				close(tag);
			}
		}
		if (!this.open.isEmpty()) {
			throw new IllegalStateException("No end tag for " + this.open + " in " + html);
		}
		return new MessageText(this.text.toString(), this.entities);
	}

	private void close(Tag tag) {
		int length = this.text.length() - tag.offset();
		boolean language = tag.name().equals("code") && !this.open.isEmpty() && this.open.peek().name().equals("pre");
		if (length > 0 && !language) {
			this.entities.add(entity(tag).offset(tag.offset()).length(length).build());
		}
		else if (language) {
			this.open.peek().attributes().putAll(tag.attributes());
		}
	}

	private static MessageEntity.Builder entity(Tag tag) {
		Map<String, String> attributes = tag.attributes();
		return switch (tag.name()) {
			case "a" -> EntityTargets.link(attributes.get("href"));
			case "tg-emoji" -> EntityTargets.emoji(attributes.get("emoji-id"));
			case "tg-time" -> EntityTargets.time(attributes.get("unix"), attributes.get("format"));
			case "code" -> MessageEntity.builder().type(MessageEntityType.CODE);
			case "pre" -> MessageEntity.builder()
				.type(MessageEntityType.PRE)
				.language(attributes.containsKey("class") ? attributes.get("class").replace("language-", "") : null);
			case "blockquote" -> MessageEntity.builder()
				.type(attributes.containsKey("expandable") ? MessageEntityType.EXPANDABLE_BLOCKQUOTE
						: MessageEntityType.BLOCKQUOTE);
			default -> MessageEntity.builder().type(STYLES.get(tag.name()));
		};
	}

	private static Map<String, String> attributes(String source) {
		Map<String, String> attributes = new HashMap<>();
		Matcher attribute = ATTRIBUTE.matcher(source);
		while (attribute.find()) {
			String value = attribute.group("value");
			attributes.put(attribute.group("name"), (value != null) ? decoded(value) : "");
		}
		return attributes;
	}

	private static String decoded(String source) {
		return Pattern.compile("&(\\w+);").matcher(source).replaceAll((match) -> CHARACTERS.get(match.group(1)));
	}

	private record Tag(String name, Map<String, String> attributes, int offset) {

	}

}
