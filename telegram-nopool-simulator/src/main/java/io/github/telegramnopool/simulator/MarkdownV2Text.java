// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a text of {@code parse_mode} MarkdownV2, with the error texts of
 * {@code parse_markdown_v2}.
 */
final class MarkdownV2Text {

	private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

	private final Deque<Open> open = new ArrayDeque<>();

	private final MarkupReader reader;

	private boolean inQuote;

	private boolean lineBegins = true;

	MarkdownV2Text(String text) {
		this.reader = new MarkupReader(text);
	}

	FormattedText parse() {
		while (!this.reader.atEnd()) {
			char character = this.reader.peek();
			if (character == '\\' && this.reader.peek(1) > 0 && this.reader.peek(1) <= 126) {
				this.reader.at++;
				copy();
			}
			else if (!isReserved(character)) {
				copy();
			}
			else if (ends(character)) {
				end(character);
			}
			else {
				begin(character);
			}
		}
		endQuoteAtEnd();
		if (!this.open.isEmpty()) {
			throw unended(this.open.getFirst());
		}
		return new FormattedText(this.reader.result.toString(), this.reader.entities);
	}

	private void copy() {
		char character = this.reader.peek();
		if (character != '\r') {
			this.lineBegins = character == '\n';
		}
		this.reader.copy();
	}

	private boolean isReserved(char character) {
		Open last = this.open.peek();
		return (last != null && last.kind.isCode()) ? character == '`' : RESERVED.indexOf(character) >= 0;
	}

	private boolean ends(char character) {
		Open last = this.open.peek();
		if (last == null) {
			return false;
		}
		if (this.inQuote && character == '\n' && this.reader.peek(1) != '>') {
			return true;
		}
		// One underscore ends italic text, two never do
		boolean underline = last.kind == MarkdownMark.ITALIC && this.reader.peek(1) == '_';
		return !last.kind.end().isEmpty() && this.reader.startsWith(last.kind.end()) && !underline;
	}

	private void begin(char character) {
		if (character == '\n') {
			copy();
			return;
		}
		if (character == '>' && this.lineBegins) {
			if (!this.inQuote) {
				this.inQuote = true;
				push(MarkdownMark.QUOTE, this.reader.at);
			}
			this.reader.at++;
			return;
		}
		MarkdownMark mark = MarkdownMark.beginning(this.reader);
		if (mark == null) {
			throw new MarkupException(
					"Character '" + character + "' is reserved and must be escaped with the preceding '\\'");
		}
		Open opened = push(mark, this.reader.at);
		this.reader.at += mark.begin().length();
		if (mark == MarkdownMark.BLOCK) {
			opened.language = CodeBlock.language(this.reader);
		}
	}

	private Open push(MarkdownMark mark, int at) {
		Open opened = new Open(mark, at, this.reader.result.length());
		this.open.push(opened);
		return opened;
	}

	private void end(char character) {
		Open last = this.open.pop();
		if (character == '\n') {
			endQuote(last);
			return;
		}
		this.reader.at += last.kind.end().length();
		switch (last.kind) {
			case LINK -> this.reader.addLink(addressOr(this.reader.result.substring(last.from)), last.from);
			case EMOJI -> addEmoji(last);
			case CODE, BLOCK -> CodeBlock.add(this.reader, last.kind == MarkdownMark.BLOCK, last.language, last.from);
			default -> this.reader.add(last.kind.type(), last.from);
		}
	}

	/**
	 * End a quotation by the line break behind it. An opened spoiler right there folds
	 * it.
	 */
	private void endQuote(Open last) {
		Open quote = last;
		String type = "blockquote";
		if (last.kind == MarkdownMark.SPOILER && last.at == this.reader.at - 2) {
			quote = this.open.pop();
			type = "expandable_blockquote";
		}
		if (quote.kind != MarkdownMark.QUOTE) {
			throw unended(quote);
		}
		this.inQuote = false;
		copy();
		this.reader.add(type, quote.from);
	}

	private void endQuoteAtEnd() {
		if (!this.inQuote) {
			return;
		}
		String type = "blockquote";
		Open last = this.open.getFirst();
		if (last.kind == MarkdownMark.SPOILER && last.at == this.reader.at - 2) {
			this.open.pop();
			type = "expandable_blockquote";
		}
		if (this.open.getFirst().kind == MarkdownMark.QUOTE) {
			this.reader.add(type, this.open.pop().from);
		}
	}

	private void addEmoji(Open emoji) {
		if (this.reader.peek() != '(') {
			throw new MarkupException("The entity must contain a tg://emoji or tg://time URL");
		}
		String address = addressOr("");
		String id = address.replaceFirst("^tg://emoji\\?id=", "");
		if (id.equals(address) || !id.matches("[1-9][0-9]{0,18}")) {
			throw new MarkupException("Invalid tg://emoji or tg://time URL specified");
		}
		this.reader.add("custom_emoji", emoji.from).put("custom_emoji_id", id);
	}

	private String addressOr(String text) {
		if (this.reader.peek() != '(') {
			return text;
		}
		int begin = ++this.reader.at;
		StringBuilder address = new StringBuilder();
		while (!this.reader.atEnd() && this.reader.peek() != ')') {
			if (this.reader.peek() == '\\' && this.reader.peek(1) > 0 && this.reader.peek(1) <= 126) {
				this.reader.at++;
			}
			address.append(this.reader.peek());
			this.reader.at++;
		}
		if (this.reader.atEnd()) {
			throw new MarkupException("Can't find end of a URL at byte offset " + this.reader.byteOffset(begin));
		}
		this.reader.at++;
		return address.toString();
	}

	private MarkupException unended(Open entity) {
		return new MarkupException("Can't find end of " + entity.kind.title(!entity.language.isEmpty())
				+ " entity at byte offset " + this.reader.byteOffset(entity.at));
	}

	/**
	 * An entity that waits for its end.
	 */
	private static final class Open {

		private final MarkdownMark kind;

		private final int at;

		private final int from;

		private String language = "";

		private Open(MarkdownMark kind, int at, int from) {
			this.kind = kind;
			this.at = at;
			this.from = from;
		}

	}

}
