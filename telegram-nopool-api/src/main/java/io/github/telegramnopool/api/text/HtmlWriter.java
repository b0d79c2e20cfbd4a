// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.Map;
import java.util.Objects;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;

/**
 * Writes HTML as Telegram reads it.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
final class HtmlWriter extends MarkupWriter {

	private static final Map<MessageEntityType, String> TAGS = Map.of(MessageEntityType.BOLD, "b",
			MessageEntityType.ITALIC, "i", MessageEntityType.UNDERLINE, "u", MessageEntityType.STRIKETHROUGH, "s",
			MessageEntityType.SPOILER, "tg-spoiler");

	private final MessageText text;

	HtmlWriter(MessageText text) {
		super(TextRun.of(text));
		this.text = text;
	}

	@Override
	void writeText(TextRun run) {
		append(Html.escape(this.text.text().substring(run.begin(), run.end())));
	}

	@Override
	void beginQuote(MessageEntity quote) {
		append(quote.type().equals(MessageEntityType.EXPANDABLE_BLOCKQUOTE) ? "<blockquote expandable>"
				: "<blockquote>");
	}

	@Override
	void endQuote(MessageEntity quote) {
		append("</blockquote>");
	}

	@Override
	void beginSolid(MessageEntity solid) {
		append(switch (solid.type().value()) {
			case "code" -> "<code>";
			case "pre" -> "<pre>" + (isInLanguage(solid)
					? tag("code", "class", "language-" + Objects.requireNonNull(solid.language())) : "");
			case "text_link" -> tag("a", "href", Objects.requireNonNull(solid.url()));
			case "text_mention" -> tag("a", "href", MentionLink.to(solid));
			case "custom_emoji" -> tag("tg-emoji", "emoji-id", Objects.requireNonNull(solid.customEmojiId()));
			default -> dateTime(solid);
		});
	}

	private static String dateTime(MessageEntity solid) {
		String format = solid.dateTimeFormat();
		return "<tg-time unix=\"" + Objects.requireNonNull(solid.unixTime()).getEpochSecond() + "\""
				+ ((format != null) ? " format=\"" + Html.escapeAttribute(format) + "\"" : "") + ">";
	}

	private static String tag(String name, String attribute, String value) {
		return "<" + name + " " + attribute + "=\"" + Html.escapeAttribute(value) + "\">";
	}

	private static boolean isInLanguage(MessageEntity pre) {
		return pre.language() != null && !pre.language().isEmpty();
	}

	@Override
	void endSolid(MessageEntity solid) {
		append(switch (solid.type().value()) {
			case "code" -> "</code>";
			case "pre" -> isInLanguage(solid) ? "</code></pre>" : "</pre>";
			case "text_link", "text_mention" -> "</a>";
			case "custom_emoji" -> "</tg-emoji>";
			default -> "</tg-time>";
		});
	}

	@Override
	void beginStyle(MessageEntityType style) {
		append("<" + TAGS.get(style) + ">");
	}

	@Override
	void endStyle(MessageEntityType style) {
		append("</" + TAGS.get(style) + ">");
	}

}
