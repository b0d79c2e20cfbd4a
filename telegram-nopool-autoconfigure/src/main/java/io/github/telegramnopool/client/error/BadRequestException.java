// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.api.model.ResponseParameters;
import org.jspecify.annotations.Nullable;

/**
 * Something about the call itself is wrong: calling again unchanged is of no use.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class BadRequestException extends TelegramApiException {

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 */
	public BadRequestException(String method, String description, @Nullable ResponseParameters parameters) {
		super(method, 400, description, parameters);
	}

}
