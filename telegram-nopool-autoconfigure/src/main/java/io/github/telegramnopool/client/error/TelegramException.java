// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.transport.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A call to the Bot API that did not succeed. Never holds the token.
 * <p>
 * Treat a user who has blocked the bot as done: <pre class="code">
 * api.sendMessage(message).onErrorResume(ForbiddenException.class, (ex) -&gt; Mono.empty())
 * </pre>
 * <p>
 * Find out later whether a message has arrived: <pre class="code">
 * api.sendMessage(message).doOnError(OutcomeUnknownException.class, (ex) -&gt; remember(message))
 * </pre>
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public abstract class TelegramException extends RuntimeException {

	private final String method;

	private final Phase phase;

	TelegramException(String method, Phase phase, String message, @Nullable Throwable cause) {
		super(method + ": " + message, cause);
		this.method = method;
		this.phase = phase;
	}

	/**
	 * Method called.
	 * @return the name of the Bot API method, such as {@code sendMessage}
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Phase reached.
	 * @return how far the call came
	 */
	public Phase phase() {
		return this.phase;
	}

}
