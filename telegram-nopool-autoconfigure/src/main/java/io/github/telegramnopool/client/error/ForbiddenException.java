// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.api.model.ResponseParameters;
import org.jspecify.annotations.Nullable;

/**
 * The bot may not do this, as when a user has blocked it or a group has removed it.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ForbiddenException extends TelegramApiException {

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 */
	public ForbiddenException(String method, String description, @Nullable ResponseParameters parameters) {
		super(method, 403, description, parameters);
	}

}
