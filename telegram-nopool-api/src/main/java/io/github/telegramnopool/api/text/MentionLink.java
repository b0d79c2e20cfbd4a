// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.Objects;

import io.github.telegramnopool.api.model.MessageEntity;

/**
 * How a user is mentioned in markup.
 */
final class MentionLink {

	private MentionLink() {
	}

	static String to(MessageEntity mention) {
		return "tg://user?id=" + Objects.requireNonNull(mention.user()).id();
	}

}
