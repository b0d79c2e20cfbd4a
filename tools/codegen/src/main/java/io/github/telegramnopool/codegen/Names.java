// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Turns the Bot API's names into Java's.
 */
final class Names {

	/** Joins emoji into one, or chooses their colourful form: no part of a name. */
	private static final String INVISIBLE = "\u200d\ufe0f";

	private Names() {
	}

	static String capitalize(String name) {
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	/**
	 * {@code message_id} to {@code messageId}.
	 */
	static String camel(String snake) {
		String pascal = pascal(snake);
		return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
	}

	/**
	 * {@code message_id} to {@code MessageId}.
	 */
	static String pascal(String snake) {
		StringBuilder name = new StringBuilder();
		for (String word : snake.split("_")) {
			name.append(capitalize(word));
		}
		return name.toString();
	}

	/**
	 * {@code bot_command}, {@code MarkdownV2} or an emoji to the name of a constant.
	 */
	static String constant(String value) {
		String words = value.codePoints().allMatch((c) -> c < 128) ? value : unicodeName(value);
		return words.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
	}

	private static String unicodeName(String emoji) {
		return emoji.codePoints()
			.filter((c) -> INVISIBLE.indexOf(c) < 0)
			.mapToObj(Names::nameOf)
			.collect(Collectors.joining("_"));
	}

	private static String nameOf(int codePoint) {
		String name = Character.getName(codePoint);
		if (name == null) {
			throw new IllegalStateException("This Java has no name for U+" + Integer.toHexString(codePoint)
					+ ": give it one under 'constants' in overlay.json");
		}
		return name;
	}

}
