// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.telegramnopool.api.model.ChatJoinRequest;
import io.github.telegramnopool.api.model.ChatMemberUpdated;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.MessageReactionCountUpdated;
import io.github.telegramnopool.api.model.MessageReactionUpdated;
import io.github.telegramnopool.api.model.Update;

/**
 * Tells when what an update is about has happened, by Telegram's clock. Pressed buttons
 * and queries do not say so.
 */
final class SentTime {

	private SentTime() {
	}

	static @Nullable Instant of(Update update) {
		Message written = first(update.message(), update.channelPost(), update.businessMessage(),
				update.guestMessage());
		if (written != null) {
			return written.date();
		}
		Message edited = first(update.editedMessage(), update.editedChannelPost(), update.editedBusinessMessage());
		return (edited != null) ? edited.editDate() : ofNoMessage(update);
	}

	private static @Nullable Instant ofNoMessage(Update update) {
		MessageReactionUpdated reaction = update.messageReaction();
		if (reaction != null) {
			return reaction.date();
		}
		MessageReactionCountUpdated reactions = update.messageReactionCount();
		if (reactions != null) {
			return reactions.date();
		}
		ChatMemberUpdated member = first(update.myChatMember(), update.chatMember());
		if (member != null) {
			return member.date();
		}
		ChatJoinRequest request = update.chatJoinRequest();
		return (request != null) ? request.date() : null;
	}

	@SafeVarargs
	private static <T> @Nullable T first(@Nullable T... candidates) {
		for (T candidate : candidates) {
			if (candidate != null) {
				return candidate;
			}
		}
		return null;
	}

}
