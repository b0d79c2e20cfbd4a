// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * The connection failed before the request left, or before all of it did: Telegram can't
 * have executed it, so it is safe to call again. The bot itself has tried again until the
 * call's deadline, unless a stream was to be sent that can be read only once.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class RequestNotSentException extends TelegramException {

	private final boolean permanent;

	/**
	 * Create an exception.
	 * @param method the name of the Bot API method
	 * @param failure what happened to the connection
	 */
	public RequestNotSentException(String method, TransportException failure) {
		this(method, failure.phase(), failure.isPermanent(), String.valueOf(failure.getMessage()), failure);
	}

	/**
	 * Create an exception for a request that can't be sent, whatever the connection.
	 * @param method the name of the Bot API method
	 * @param message what is wrong with the request and what to do
	 * @param cause what happened, or {@code null}
	 */
	public RequestNotSentException(String method, String message, @Nullable Throwable cause) {
		this(method, Phase.WAITING, true, message, cause);
	}

	/**
	 * Create an exception for a request whose turn did not come in time.
	 * @param method the name of the Bot API method
	 * @param message what it has waited for
	 */
	public RequestNotSentException(String method, String message) {
		this(method, Phase.WAITING, false, message, null);
	}

	private RequestNotSentException(String method, Phase phase, boolean permanent, String message,
			@Nullable Throwable cause) {
		super(method, phase, "not sent (" + phase + "), " + message, cause);
		this.permanent = permanent;
	}

	/**
	 * Whether the proxy refuses the bot, as it does with wrong credentials.
	 * @return whether to look at {@code telegram.proxy.*}
	 */
	public boolean isRefusedByProxy() {
		return this.permanent && phase() == Phase.PROXY;
	}

	/**
	 * Whether another try at once would end likewise, as with refused credentials of a
	 * proxy, an untrusted certificate or a file that can't be read.
	 * @return whether it takes a person to mend it
	 */
	public boolean isPermanent() {
		return this.permanent;
	}

}
