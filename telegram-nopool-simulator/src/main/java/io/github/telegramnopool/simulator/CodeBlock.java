// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Code between backticks, the same in both kinds of Markdown.
 */
final class CodeBlock {

	private CodeBlock() {
	}

	/**
	 * Read what stands behind the three opening backticks: perhaps a language, then a
	 * line break that does not count.
	 */
	static String language(MarkupReader reader) {
		int begin = reader.at;
		while (!MarkupReader.isSpace(reader.peek()) && reader.peek() != '`') {
			reader.at++;
		}
		String language = reader.from(begin);
		if (reader.atEnd() || reader.peek() == '`') {
			reader.at = begin;
			language = "";
		}
		if (isBreak(reader.peek())) {
			reader.at += (isBreak(reader.peek(1)) && reader.peek() != reader.peek(1)) ? 2 : 1;
		}
		return language;
	}

	static void add(MarkupReader reader, boolean block, String language, int from) {
		ObjectNode entity = reader.add(block ? "pre" : "code", from);
		if (!language.isEmpty()) {
			entity.put("language", language);
		}
	}

	private static boolean isBreak(char character) {
		return character == '\n' || character == '\r';
	}

}
