// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;

/**
 * Reads MarkdownV2 by the rules of Telegram's server, mark by mark from left to right,
 * and shares no code with what writes it.
 */
final class MarkdownV2Parser {

	private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

	private static final Set<String> CODE = Set.of("`", "```");

	private final String source;

	private int at;

	private final StringBuilder text = new StringBuilder();

	private final Deque<Mark> open = new ArrayDeque<>();

	private final List<MessageEntity> entities = new ArrayList<>();

	private boolean lineStart = true;

	private MarkdownV2Parser(String source) {
		this.source = source;
	}

	static MessageText parse(String markdown) {
		return new MarkdownV2Parser(markdown).read();
	}

	private MessageText read() {
		while (this.at < this.source.length()) {
			char character = this.source.charAt(this.at);
			if (character == '\\' && this.at + 1 < this.source.length() && this.source.charAt(this.at + 1) < 127) {
				this.at++;
				write(this.source.charAt(this.at++));
			}
			else if ((isOpen(CODE) ? "`" : RESERVED).indexOf(character) < 0) {
				write(character);
				this.at++;
			}
			else {
				mark(character);
			}
		}
		endQuote();
		if (!this.open.isEmpty()) {
			throw new IllegalStateException("Can't find the end of " + this.open + " in " + this.source);
		}
		return new MessageText(this.text.toString(), this.entities);
	}

	private void write(char character) {
		this.text.append(character);
		this.lineStart = character == '\n';
	}

	private boolean isOpen(Set<String> marks) {
		return !this.open.isEmpty() && marks.contains(this.open.peek().mark());
	}

	private boolean inQuote() {
		return this.open.stream().anyMatch((mark) -> mark.mark().equals(">"));
	}

	private void mark(char character) {
		if (character == '\n') {
			boolean goesOn = this.source.startsWith(">", this.at + 1);
			if (inQuote() && !goesOn) {
				Mark spoiler = expansion();
				write(character);
				closeQuote(spoiler);
			}
			else {
				write(character);
			}
			this.at++;
			return;
		}
		if (character == '>') {
			if (!this.lineStart) {
				throw new IllegalStateException("> is reserved at " + this.at + " in " + this.source);
			}
			this.at++;
			if (!inQuote()) {
				this.open.push(new Mark(">", null, this.text.length(), this.at));
			}
			return;
		}
		String mark = markAt(character);
		if (!this.open.isEmpty() && ends(this.open.peek().mark(), character, mark)) {
			end(this.open.pop());
		}
		else {
			begin(mark);
		}
	}

	private String markAt(char character) {
		for (String mark : List.of("```", "__", "||", "![")) {
			if (this.source.startsWith(mark, this.at)) {
				return mark;
			}
		}
		return String.valueOf(character);
	}

	private boolean ends(String opened, char character, String mark) {
		return switch (opened) {
			case "[", "![" -> character == ']';
			case "`" -> character == '`';
			case "```" -> mark.equals("```");
			case ">" -> false;
			default -> mark.equals(opened);
		};
	}

	private void begin(String mark) {
		if (!Set.of("_", "__", "*", "~", "||", "[", "![", "`", "```").contains(mark)) {
			throw new IllegalStateException(mark + " is reserved at " + this.at + " in " + this.source);
		}
		this.at += mark.length();
		String language = null;
		if (mark.equals("```")) {
			int end = this.at;
			while (!Character.isWhitespace(this.source.charAt(end)) && this.source.charAt(end) != '`') {
				end++;
			}
			if (this.source.charAt(end) != '`') {
				language = this.source.substring(this.at, end);
				this.at = end;
			}
			this.at += (this.source.charAt(this.at) == '\n') ? 1 : 0;
		}
		this.open.push(new Mark(mark, language, this.text.length(), this.at));
	}

	private void end(Mark mark) {
		this.at += mark.mark().startsWith("!") ? 1 : mark.mark().length();
		MessageEntity.Builder entity = switch (mark.mark()) {
			case "*" -> type(MessageEntityType.BOLD);
			case "_" -> type(MessageEntityType.ITALIC);
			case "__" -> type(MessageEntityType.UNDERLINE);
			case "~" -> type(MessageEntityType.STRIKETHROUGH);
			case "||" -> type(MessageEntityType.SPOILER);
			case "`" -> type(MessageEntityType.CODE);
			case "```" -> type(MessageEntityType.PRE).language(mark.language());
			case "[" -> EntityTargets.link(url());
			default -> EntityTargets.emojiOrTime(url());
		};
		add(entity, mark);
	}

	private static MessageEntity.Builder type(MessageEntityType type) {
		return MessageEntity.builder().type(type);
	}

	private String url() {
		StringBuilder url = new StringBuilder();
		if (this.source.charAt(this.at++) != '(') {
			throw new IllegalStateException("No URL at " + this.at + " in " + this.source);
		}
		while (this.source.charAt(this.at) != ')') {
			this.at += (this.source.charAt(this.at) == '\\') ? 1 : 0;
			url.append(this.source.charAt(this.at++));
		}
		this.at++;
		return url.toString();
	}

	private void endQuote() {
		if (inQuote()) {
			closeQuote(expansion());
		}
	}

	/**
	 * A spoiler that has begun right here is no spoiler but a mark of the quote.
	 */
	private Mark expansion() {
		return (isOpen(Set.of("||")) && this.open.peek().begin() == this.at) ? this.open.pop() : null;
	}

	private void closeQuote(Mark expansion) {
		Mark quote = this.open.pop();
		if (!quote.mark().equals(">")) {
			throw new IllegalStateException("Can't find the end of " + quote + " in " + this.source);
		}
		add(type((expansion != null) ? MessageEntityType.EXPANDABLE_BLOCKQUOTE : MessageEntityType.BLOCKQUOTE), quote);
	}

	private void add(MessageEntity.Builder entity, Mark mark) {
		int length = this.text.length() - mark.offset();
		if (length > 0) {
			this.entities.add(entity.offset(mark.offset()).length(length).build());
		}
	}

	private record Mark(String mark, String language, int offset, int begin) {

	}

}
