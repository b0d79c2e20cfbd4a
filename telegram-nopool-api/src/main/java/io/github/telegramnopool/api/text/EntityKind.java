// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.Map;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/**
 * How an entity gets on with others that cover the same characters.
 *
 * @see <a href="https://core.telegram.org/bots/api#formatting-options">Formatting</a>
 */
enum EntityKind {

	/**
	 * Contains everything but another quote.
	 */
	QUOTE,

	/**
	 * Contains nothing, and is part of a quote at most.
	 */
	CODE,

	/**
	 * Contains styles only: a link, a mention, an emoji, a date.
	 */
	LINK,

	/**
	 * Contains, and is part of, everything but code.
	 */
	STYLE,

	/**
	 * Found by Telegram in the text, such as a hashtag, or not known yet. Of no effect
	 * when sent.
	 */
	FOUND;

	private static final Map<MessageEntityType, EntityKind> KINDS = Map.ofEntries(
			entry(MessageEntityType.BLOCKQUOTE, QUOTE), entry(MessageEntityType.EXPANDABLE_BLOCKQUOTE, QUOTE),
			entry(MessageEntityType.CODE, CODE), entry(MessageEntityType.PRE, CODE),
			entry(MessageEntityType.TEXT_LINK, LINK), entry(MessageEntityType.TEXT_MENTION, LINK),
			entry(MessageEntityType.CUSTOM_EMOJI, LINK), entry(MessageEntityType.DATE_TIME, LINK),
			entry(MessageEntityType.BOLD, STYLE), entry(MessageEntityType.ITALIC, STYLE),
			entry(MessageEntityType.UNDERLINE, STYLE), entry(MessageEntityType.STRIKETHROUGH, STYLE),
			entry(MessageEntityType.SPOILER, STYLE));

	static EntityKind of(MessageEntityType type) {
		return KINDS.getOrDefault(type, FOUND);
	}

	static EntityKind of(MessageEntity entity) {
		return of(entity.type());
	}

	/**
	 * Refuse what Telegram would silently leave out.
	 */
	static void checkNesting(MessageEntityType outer, MessageEntityType inner) {
		String rule = rule(of(outer), of(inner));
		if (rule != null) {
			throw new IllegalArgumentException("'%s' can't be part of '%s': %s. Put them side by side"
				.formatted(inner.value(), outer.value(), rule));
		}
	}

	private static @Nullable String rule(EntityKind outer, EntityKind inner) {
		if (outer == FOUND || inner == FOUND) {
			return null;
		}
		return switch (outer) {
			case CODE -> "code can't contain other entities";
			case QUOTE -> (inner == QUOTE) ? "quotes can't be nested" : null;
			case STYLE -> (inner == CODE) ? "code can be part of a quote only" : null;
			case LINK -> (inner != STYLE) ? "links, mentions, emoji and dates can contain styles only" : null;
			case FOUND -> null;
		};
	}

}
