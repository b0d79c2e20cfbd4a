// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.api.model.ResponseParameters;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else receives the bot's updates: another instance, or a webhook is set.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ConflictException extends TelegramApiException {

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 */
	public ConflictException(String method, String description, @Nullable ResponseParameters parameters) {
		super(method, 409, description, parameters);
	}

}
