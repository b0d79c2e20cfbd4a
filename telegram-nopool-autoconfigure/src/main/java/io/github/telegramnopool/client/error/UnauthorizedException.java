// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.api.model.ResponseParameters;
import org.jspecify.annotations.Nullable;

/**
 * Telegram does not accept the bot's token.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnauthorizedException extends TelegramApiException {

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 */
	public UnauthorizedException(String method, String description, @Nullable ResponseParameters parameters) {
		super(method, 401, description, parameters);
	}

}
