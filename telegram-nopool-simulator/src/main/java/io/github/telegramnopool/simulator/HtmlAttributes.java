// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;

/**
 * Reads the attributes of a start tag, up to the bracket that ends it.
 */
final class HtmlAttributes {

	private static final String NO_NAME = "=>/\"'";

	private final MarkupReader reader;

	private final String tagName;

	private final int begin;

	private HtmlAttributes(MarkupReader reader, String tagName, int begin) {
		this.reader = reader;
		this.tagName = tagName;
		this.begin = begin;
	}

	static void read(MarkupReader reader, String tagName, int begin, HtmlText.Tag tag) {
		new HtmlAttributes(reader, tagName, begin).read(tag);
	}

	private void read(HtmlText.Tag tag) {
		skipSpace();
		while (this.reader.peek() != '>') {
			String name = name();
			skipSpace();
			if (this.reader.peek() == '=') {
				this.reader.at++;
				skipSpace();
				checkOpen("Unclosed start tag \"" + this.tagName + "\"");
				set(tag, name, value());
				checkOpen("Unclosed start tag");
			}
			else {
				checkOpen("Unclosed start tag \"" + this.tagName + "\"");
				set(tag, name, "");
			}
			skipSpace();
		}
	}

	private String name() {
		int from = this.reader.at;
		while (!MarkupReader.isSpace(this.reader.peek()) && NO_NAME.indexOf(this.reader.peek()) < 0) {
			this.reader.at++;
		}
		if (this.reader.at == from) {
			throw problem("Empty attribute name in the tag \"" + this.tagName + "\"", this.begin);
		}
		return this.reader.from(from);
	}

	private String value() {
		char quote = this.reader.peek();
		if (quote != '"' && quote != '\'') {
			int from = this.reader.at;
			while (isToken(this.reader.peek())) {
				this.reader.at++;
			}
			if (!MarkupReader.isSpace(this.reader.peek()) && this.reader.peek() != '>') {
				throw problem("Unexpected end of name token", from);
			}
			return this.reader.from(from).toLowerCase(Locale.ROOT);
		}
		this.reader.at++;
		StringBuilder value = new StringBuilder();
		while (!this.reader.atEnd() && this.reader.peek() != quote) {
			HtmlReference.copy(this.reader, value);
		}
		this.reader.at++;
		return value.toString();
	}

	private void set(HtmlText.Tag tag, String name, String value) {
		switch (this.tagName + " " + name) {
			case "a href", "tg-emoji emoji-id", "tg-time format" -> tag.argument = value;
			case "code class" -> tag.argument = value.startsWith("language-") ? value.substring(9) : tag.argument;
			case "span class" -> tag.argument = value.startsWith("tg-") ? value.substring(3) : tag.argument;
			case "blockquote expandable" -> tag.argument = "1";
			case "tg-time unix" -> tag.date = value.matches("[0-9]{1,10}") ? Long.parseLong(value) : 0;
			default -> {
				// Others are no error
			}
		}
	}

	private void skipSpace() {
		while (!this.reader.atEnd() && MarkupReader.isSpace(this.reader.peek())) {
			this.reader.at++;
		}
	}

	private void checkOpen(String problem) {
		if (this.reader.atEnd()) {
			throw problem(problem, this.begin);
		}
	}

	private MarkupException problem(String what, int at) {
		return new MarkupException(what + " at byte offset " + this.reader.byteOffset(at));
	}

	private static boolean isToken(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '.' || character == '-';
	}

}
