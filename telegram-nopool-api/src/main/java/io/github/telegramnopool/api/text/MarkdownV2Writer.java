// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.jspecify.annotations.Nullable;

/**
 * Writes MarkdownV2 as Telegram reads it.
 * <p>
 * A quote is written by the beginnings of its lines, so it consists of whole lines and
 * has the end of its last one. Two underscores are always taken for underlining, and two
 * quotes in a row for one: an empty entity keeps such marks apart.
 *
 * @see <a href="https://core.telegram.org/bots/api#markdownv2-style">MarkdownV2</a>
 */
final class MarkdownV2Writer extends MarkupWriter {

	private static final Map<MessageEntityType, String> MARKS = Map.of(MessageEntityType.BOLD, "*",
			MessageEntityType.ITALIC, "_", MessageEntityType.UNDERLINE, "__", MessageEntityType.STRIKETHROUGH, "~",
			MessageEntityType.SPOILER, "||");

	private final MessageText text;

	/**
	 * Where the last quote has ended.
	 */
	private int quoted = -1;

	private boolean afterUnderscore;

	private MarkdownV2Writer(MessageText text) {
		super(TextRun.of(text).stream().flatMap((run) -> withBareLineEnd(text, run)).toList());
		this.text = text;
	}

	static MarkdownV2Writer of(MessageText text) {
		return new MarkdownV2Writer(withWholeLines(text));
	}

	private static MessageText withWholeLines(MessageText text) {
		return new MessageText(text.text(),
				text.entities().stream().map((entity) -> withWholeLines(text.text(), entity)).toList());
	}

	private static MessageEntity withWholeLines(String text, MessageEntity entity) {
		int end = TextRun.end(entity);
		if (EntityKind.of(entity) != EntityKind.QUOTE) {
			return entity;
		}
		boolean wholeEnd = end == text.length() || text.charAt(end - 1) == '\n';
		if ((entity.offset() > 0 && text.charAt(entity.offset() - 1) != '\n')
				|| (!wholeEnd && text.charAt(end) != '\n')) {
			throw new IllegalStateException("MarkdownV2 can't write the quote at %d with length %d, which begins or "
				.formatted(entity.offset(), entity.length()) + "ends within a line. Take HTML, or send the entities");
		}
		return wholeEnd ? entity : entity.toBuilder().length(entity.length() + 1).build();
	}

	/**
	 * Everything in a quote has to end before its last line does.
	 */
	private static Stream<TextRun> withBareLineEnd(MessageText text, TextRun run) {
		if (!isQuoteEnd(run) || text.charAt(run.end() - 1) != '\n') {
			return Stream.of(run);
		}
		int last = run.end() - 1;
		TextRun bare = new TextRun(last, run.end(), run.quote(), null, List.of());
		return (last == run.begin()) ? Stream.of(bare)
				: Stream.of(new TextRun(run.begin(), last, run.quote(), run.solid(), run.styles()), bare);
	}

	private static boolean isQuoteEnd(TextRun run) {
		return run.quote() != null && TextRun.end(run.quote()) == run.end();
	}

	@Override
	void writeText(TextRun run) {
		this.afterUnderscore = false;
		String content = this.text.text().substring(run.begin(), run.end());
		if (run.solid() != null && EntityKind.of(run.solid()) == EntityKind.CODE) {
			append(MarkdownV2.escapeCode(content));
		}
		else if (run.quote() == null) {
			append(MarkdownV2.escape(content));
		}
		else if (isQuoteEnd(run) && content.equals("\n")) {
			append(expansion(run.quote()) + "\n");
		}
		else {
			append(MarkdownV2.escape(content).replace("\n", "\n>"));
		}
	}

	@Override
	void beginQuote(MessageEntity quote) {
		append((this.quoted == quote.offset()) ? "**>" : ">");
	}

	@Override
	void endQuote(MessageEntity quote) {
		this.quoted = TextRun.end(quote);
		if (this.text.charAt(this.quoted - 1) != '\n') {
			append(expansion(quote));
		}
	}

	private static String expansion(MessageEntity quote) {
		return quote.type().equals(MessageEntityType.EXPANDABLE_BLOCKQUOTE) ? "||" : "";
	}

	@Override
	void beginSolid(MessageEntity solid) {
		this.afterUnderscore = false;
		append(switch (solid.type().value()) {
			case "code" -> "`";
			case "pre" -> "```" + language(solid.language()) + "\n";
			case "text_link", "text_mention" -> "[";
			default -> "![";
		});
	}

	/**
	 * What can't be written is left out.
	 */
	private static String language(@Nullable String language) {
		return (language != null && language.chars().noneMatch((c) -> c == '`' || Character.isWhitespace(c))) ? language
				: "";
	}

	@Override
	void endSolid(MessageEntity solid) {
		this.afterUnderscore = false;
		append(switch (solid.type().value()) {
			case "code" -> "`";
			case "pre" -> "```";
			case "text_link" -> target(Objects.requireNonNull(solid.url()));
			case "text_mention" -> target(MentionLink.to(solid));
			case "custom_emoji" -> target("tg://emoji?id=" + solid.customEmojiId());
			default -> target("tg://time?unix=" + Objects.requireNonNull(solid.unixTime()).getEpochSecond()
					+ ((solid.dateTimeFormat() != null) ? "&format=" + solid.dateTimeFormat() : ""));
		});
	}

	private static String target(String url) {
		return "](" + MarkdownV2.escapeLink(url) + ")";
	}

	@Override
	void beginStyle(MessageEntityType style) {
		mark(style);
	}

	@Override
	void endStyle(MessageEntityType style) {
		mark(style);
	}

	private void mark(MessageEntityType style) {
		String mark = Objects.requireNonNull(MARKS.get(style));
		if (this.afterUnderscore && mark.startsWith("_")) {
			append(MessageEntityType.BOLD.equals(style()) ? "~~" : "**");
		}
		append(mark);
		this.afterUnderscore = mark.startsWith("_");
	}

}
