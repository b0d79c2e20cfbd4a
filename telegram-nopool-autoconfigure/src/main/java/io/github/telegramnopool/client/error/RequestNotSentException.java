package io.github.telegramnopool.client.error;

import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportException;

/**
 * The connection failed before the request left: Telegram has not seen it, so it is safe
 * to call again. The bot itself has tried again until the call's deadline.
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

	private RequestNotSentException(String method, Phase phase, boolean permanent, String message, Throwable cause) {
		super(method, phase, "not sent (" + phase + "), " + message, cause);
		this.permanent = permanent;
	}

	/**
	 * Whether another try at once would end likewise, as with refused credentials of a
	 * proxy or an untrusted certificate.
	 * @return whether it takes a person to mend it
	 */
	public boolean isPermanent() {
		return this.permanent;
	}

}
