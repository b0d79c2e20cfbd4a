// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * Reads a text of {@code parse_mode} Markdown, the older one, with the error text of
 * {@code parse_markdown}.
 */
final class MarkdownText {

	private static final String MARKS = "_*`[";

	private final MarkupReader reader;

	MarkdownText(String text) {
		this.reader = new MarkupReader(text);
	}

	FormattedText parse() {
		while (!this.reader.atEnd()) {
			if (this.reader.peek() == '\\' && this.reader.peek(1) != 0 && MARKS.indexOf(this.reader.peek(1)) >= 0) {
				this.reader.at++;
				this.reader.copy();
			}
			else if (MARKS.indexOf(this.reader.peek()) < 0) {
				this.reader.copy();
			}
			else {
				entity();
			}
		}
		return new FormattedText(this.reader.result.toString(), this.reader.entities);
	}

	private void entity() {
		int begin = this.reader.at;
		char mark = this.reader.peek();
		boolean block = this.reader.startsWith("```");
		this.reader.at += block ? 3 : 1;
		String language = block ? CodeBlock.language(this.reader) : "";
		int from = this.reader.result.length();
		String end = block ? "```" : (mark == '[') ? "]" : String.valueOf(mark);
		while (!this.reader.atEnd() && !this.reader.startsWith(end)) {
			this.reader.copy();
		}
		if (this.reader.atEnd()) {
			throw new MarkupException(
					"Can't find end of the entity starting at byte offset " + this.reader.byteOffset(begin));
		}
		this.reader.at += end.length();
		switch (mark) {
			case '_' -> this.reader.add("italic", from);
			case '*' -> this.reader.add("bold", from);
			case '[' -> this.reader.addLink(address(from), from);
			default -> CodeBlock.add(this.reader, block, language, from);
		}
	}

	private String address(int from) {
		if (this.reader.peek() != '(') {
			return this.reader.result.substring(from);
		}
		int begin = ++this.reader.at;
		while (!this.reader.atEnd() && this.reader.peek() != ')') {
			this.reader.at++;
		}
		String address = this.reader.from(begin);
		this.reader.at++;
		return address;
	}

}
