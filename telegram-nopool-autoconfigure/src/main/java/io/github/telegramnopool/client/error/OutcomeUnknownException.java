// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.transport.OversizedAnswerException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportException;

/**
 * The request left and no usable answer came: Telegram may or may not have executed it.
 * Calling again may execute it twice, so the bot itself repeats only methods that read.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class OutcomeUnknownException extends TelegramException {

	/**
	 * Create an exception for a connection that was lost.
	 * @param method the name of the Bot API method
	 * @param failure what happened to the connection
	 */
	public OutcomeUnknownException(String method, TransportException failure) {
		super(method, failure.phase(), "outcome unknown, " + failure.getMessage(), failure);
	}

	/**
	 * Create an exception for an answer that can't be used.
	 * @param method the name of the Bot API method
	 * @param message what is wrong with the answer
	 */
	public OutcomeUnknownException(String method, String message) {
		super(method, Phase.RESPONSE, "outcome unknown, " + message, null);
	}

	/**
	 * Whether something came back that is not an answer of the Bot API, as from a gateway
	 * that is alone.
	 * @return {@code false} if the connection was lost or nothing came in time
	 */
	public boolean isAnswered() {
		return getCause() == null;
	}

	/**
	 * Whether the connection was closed by others before the first byte of an answer.
	 * @return {@code false} also if the time was over
	 */
	public boolean isCutOff() {
		return phase() == Phase.REQUEST && getCause() != null && getCause().getCause() != null;
	}

	/**
	 * Whether an answer came that is larger than can be taken.
	 * @return whether to ask for less
	 */
	public boolean isOversized() {
		return getCause() != null && getCause().getCause() instanceof OversizedAnswerException;
	}

}
