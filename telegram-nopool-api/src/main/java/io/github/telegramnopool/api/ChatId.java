// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Says which chat is meant: by its identifier, or by the {@code @username} of a public
 * one.
 *
 * @since 0.1.0
 */
public final class ChatId {

	private static final Pattern USERNAME = Pattern.compile("@\\w+");

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");

	private final Object value;

	private ChatId(Object value) {
		this.value = value;
	}

	/**
	 * A chat by its identifier.
	 * @param id the identifier, negative for groups and channels
	 * @return the chat
	 */
	@JsonCreator
	public static ChatId of(long id) {
		if (id == 0) {
			throw new IllegalArgumentException("0 is no chat: take the id of a chat or of a user");
		}
		return new ChatId(id);
	}

	/**
	 * A chat by its username, or by its identifier as a text.
	 * @param chat the username with {@code @}, or the identifier
	 * @return the chat
	 */
	@JsonCreator
	public static ChatId of(String chat) {
		if (NUMBER.matcher(chat).matches()) {
			return of(number(chat));
		}
		if (!USERNAME.matcher(chat).matches()) {
			throw noChat(chat);
		}
		return new ChatId(chat);
	}

	private static long number(String chat) {
		try {
			return Long.parseLong(chat);
		}
		catch (NumberFormatException ex) {
			throw noChat(chat);
		}
	}

	private static IllegalArgumentException noChat(String chat) {
		return new IllegalArgumentException(
				"'" + chat + "' is no chat: write '@username' of a public chat, or a chat's id");
	}

	/**
	 * Identifier of the chat.
	 * @return the identifier or {@code null} if the username says which chat is meant
	 */
	public @Nullable Long id() {
		return (this.value instanceof Long id) ? id : null;
	}

	/**
	 * Username of the chat.
	 * @return the username with {@code @} or {@code null} if the identifier says which
	 * chat is meant
	 */
	public @Nullable String username() {
		return (this.value instanceof String username) ? username : null;
	}

	@JsonValue
	Object value() {
		return this.value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ChatId chat && this.value.equals(chat.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
