// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.api.model.ResponseParameters;
import io.github.telegramnopool.transport.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Telegram has refused the call: it was not executed.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class TelegramApiException extends TelegramException {

	private final int code;

	private final String description;

	private final transient @Nullable ResponseParameters parameters;

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param code the error code, a 4xx
	 * @param description what Telegram says
	 * @param parameters what Telegram says for programs, or {@code null}
	 */
	public TelegramApiException(String method, int code, String description, @Nullable ResponseParameters parameters) {
		super(method, Phase.RESPONSE, code + " " + description, null);
		this.code = code;
		this.description = description;
		this.parameters = parameters;
	}

	/**
	 * Error code.
	 * @return the code, a 4xx
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Description.
	 * @return what Telegram says, for people
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Parameters.
	 * @return what Telegram says for programs, or {@code null}
	 */
	public @Nullable ResponseParameters parameters() {
		return this.parameters;
	}

}
