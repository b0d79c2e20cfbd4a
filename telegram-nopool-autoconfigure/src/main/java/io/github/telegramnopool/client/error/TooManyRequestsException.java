// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import java.time.Duration;

import io.github.telegramnopool.api.model.ResponseParameters;
import org.jspecify.annotations.Nullable;

/**
 * The bot has called too often. The call was not executed.
 *
 * @see <a href=
 * "https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Limits</a>
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class TooManyRequestsException extends TelegramApiException {

	private final Duration retryAfter;

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 * @param retryAfter the time to wait
	 */
	public TooManyRequestsException(String method, String description, @Nullable ResponseParameters parameters,
			Duration retryAfter) {
		super(method, 429, description, parameters);
		this.retryAfter = retryAfter;
	}

	/**
	 * Time to wait before the next call.
	 * @return the time to wait, counted from the answer
	 */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
