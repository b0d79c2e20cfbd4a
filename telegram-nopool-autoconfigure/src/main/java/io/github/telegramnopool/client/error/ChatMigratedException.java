// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.api.model.ResponseParameters;
import org.jspecify.annotations.Nullable;

/**
 * The group has become a supergroup and has a new identifier. The call was not executed.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ChatMigratedException extends TelegramApiException {

	private final long newChatId;

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 * @param newChatId the identifier of the supergroup
	 */
	public ChatMigratedException(String method, String description, @Nullable ResponseParameters parameters,
			long newChatId) {
		super(method, 400, description, parameters);
		this.newChatId = newChatId;
	}

	/**
	 * New identifier.
	 * @return the identifier of the supergroup, to be used from now on
	 */
	public long newChatId() {
		return this.newChatId;
	}

}
