// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;

/**
 * The marks of MarkdownV2, those of two and three characters before those that they begin
 * with.
 */
enum MarkdownMark {

	UNDERLINE("__", "__", "underline", "Underline"), SPOILER("||", "||", "spoiler", "Spoiler"),
	BLOCK("```", "```", "pre", "Pre"), EMOJI("![", "]", "custom_emoji", "CustomEmoji"),
	ITALIC("_", "_", "italic", "Italic"), BOLD("*", "*", "bold", "Bold"),
	STRIKETHROUGH("~", "~", "strikethrough", "Strikethrough"), LINK("[", "]", "text_link", "TextUrl"),
	CODE("`", "`", "code", "Code"), QUOTE("", "", "blockquote", "BlockQuote");

	private final String begin;

	private final String end;

	private final String type;

	private final String title;

	MarkdownMark(String begin, String end, String type, String title) {
		this.begin = begin;
		this.end = end;
		this.type = type;
		this.title = title;
	}

	/**
	 * The mark at which a reader stands, if it is one.
	 */
	static @Nullable MarkdownMark beginning(MarkupReader reader) {
		for (MarkdownMark mark : values()) {
			if (mark != QUOTE && reader.startsWith(mark.begin)) {
				return mark;
			}
		}
		return null;
	}

	boolean isCode() {
		return this == CODE || this == BLOCK;
	}

	String begin() {
		return this.begin;
	}

	String end() {
		return this.end;
	}

	/**
	 * Type of its entity.
	 */
	String type() {
		return this.type;
	}

	/**
	 * Name of its entity in the official server's errors.
	 */
	String title(boolean withLanguage) {
		return (this == BLOCK && withLanguage) ? "PreCode" : this.title;
	}

}
