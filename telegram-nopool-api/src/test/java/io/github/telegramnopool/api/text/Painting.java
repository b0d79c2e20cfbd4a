// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.model.MessageEntity;

/**
 * A text as readers see it: each character with its formatting. Says what entities mean,
 * however they are cut and ordered.
 */
final class Painting {

	private Painting() {
	}

	static List<String> of(MessageText text) {
		return IntStream.range(0, text.length()).mapToObj((offset) -> at(text, offset)).toList();
	}

	/**
	 * MarkdownV2 can't say whether the end of a quote's last line is part of it.
	 */
	static List<String> withoutLineEnds(MessageText text) {
		return IntStream.range(0, text.length())
			.mapToObj((offset) -> (text.charAt(offset) == '\n') ? "\n" : at(text, offset))
			.toList();
	}

	private static String at(MessageText text, int offset) {
		return text.charAt(offset) + " " + colors(text, offset);
	}

	static TreeSet<String> colors(MessageText text, int offset) {
		TreeSet<String> colors = new TreeSet<>();
		for (MessageEntity entity : text.entities()) {
			if (entity.offset() <= offset && offset < entity.offset() + entity.length()) {
				colors.add(color(entity));
			}
		}
		return colors;
	}

	private static String color(MessageEntity entity) {
		String language = (entity.language() != null && !entity.language().isEmpty()) ? entity.language() : null;
		return entity.type() + "/" + entity.url() + "/" + ((entity.user() != null) ? entity.user().id() : "") + "/"
				+ language + "/" + entity.customEmojiId() + "/" + entity.unixTime() + "/" + entity.dateTimeFormat();
	}

}
