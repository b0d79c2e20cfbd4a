// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ArrayNode;

/**
 * Finds the entities that Telegram adds to a plain text. Offsets count UTF-16 units, as
 * Java's do.
 */
final class EntityScanner {

	private static final String TOP_LEVEL = "com|org|net|io|me|dev|app|info|edu|gov|co|ru|de|uk|cn|fr|it|nl|jp|in|br|xyz";

	/**
	 * In order of precedence: what an earlier one took, a later one leaves alone.
	 */
	private static final List<Kind> KINDS = List.of(
			new Kind("url", ':', "(?:https?|ftp|tg)://[^\\s<>\"]*[^\\s<>\".,:;!?)\\]}']"),
			new Kind("email", '@', "(?<![\\w.+-])[\\w.+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}\\b"),
			new Kind("url", '.',
					"(?<![\\w@./-])(?:[A-Za-z0-9-]+\\.)+(?:" + TOP_LEVEL
							+ ")(?![\\w-])(?::\\d+)?(?:/(?:[^\\s<>\"]*[^\\s<>\".,:;!?)\\]}'])?)?"),
			new Kind("mention", '@', "(?<!\\w)@[A-Za-z0-9_]{4,32}\\b"),
			new Kind("bot_command", '/', "(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/<>])"),
			new Kind("hashtag", '#', "(?<![\\w#])#(?=\\w*\\p{L})\\w{1,256}"));

	private EntityScanner() {
	}

	static ArrayNode scan(String text) {
		List<Found> found = new ArrayList<>();
		for (Kind kind : KINDS) {
			Matcher matcher = kind.pattern().matcher(text);
			while (text.indexOf(kind.sign()) >= 0 && matcher.find()) {
				Found candidate = new Found(kind.type(), matcher.start(), matcher.end());
				if (found.stream().noneMatch(candidate::overlaps)) {
					found.add(candidate);
				}
			}
		}
		found.sort(Comparator.comparingInt(Found::start));
		ArrayNode entities = Json.array();
		found.forEach((entity) -> entities.addObject()
			.put("offset", entity.start())
			.put("length", entity.end() - entity.start())
			.put("type", entity.type()));
		return entities;
	}

	/**
	 * A kind of entity.
	 *
	 * @param type its type
	 * @param sign what every one of the kind has in it, which is sooner looked for
	 * @param pattern what it looks like
	 */
	private record Kind(String type, char sign, Pattern pattern) {

		Kind(String type, char sign, String pattern) {
			this(type, sign, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE));
		}

	}

	private record Found(String type, int start, int end) {

		boolean overlaps(Found other) {
			return this.start < other.end && other.start < this.end;
		}

	}

}
