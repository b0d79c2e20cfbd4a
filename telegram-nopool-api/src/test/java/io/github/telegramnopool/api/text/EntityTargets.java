// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.time.Instant;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import io.github.telegramnopool.api.model.User;

/**
 * What a link in markup stands for.
 */
final class EntityTargets {

	private static final String USER = "tg://user?id=";

	private static final String EMOJI = "tg://emoji?id=";

	private static final String TIME = "tg://time?unix=";

	private EntityTargets() {
	}

	static MessageEntity.Builder link(String url) {
		return url.startsWith(USER)
				? MessageEntity.builder()
					.type(MessageEntityType.TEXT_MENTION)
					.user(User.of(Long.parseLong(url.substring(USER.length())), false, "U"))
				: MessageEntity.builder().type(MessageEntityType.TEXT_LINK).url(url);
	}

	static MessageEntity.Builder emojiOrTime(String url) {
		if (url.startsWith(EMOJI)) {
			return emoji(url.substring(EMOJI.length()));
		}
		if (!url.startsWith(TIME)) {
			throw new IllegalStateException("Invalid tg://emoji or tg://time URL: " + url);
		}
		String[] query = url.substring(TIME.length()).split("&format=");
		return time(query[0], (query.length > 1) ? query[1] : null);
	}

	static MessageEntity.Builder emoji(String id) {
		return MessageEntity.builder().type(MessageEntityType.CUSTOM_EMOJI).customEmojiId(id);
	}

	static MessageEntity.Builder time(String unix, String format) {
		return MessageEntity.builder()
			.type(MessageEntityType.DATE_TIME)
			.unixTime(Instant.ofEpochSecond(Long.parseLong(unix)))
			.dateTimeFormat(format);
	}

}
