// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.Phase;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call, with all of its tries, that is observed. Knows no secret.
 *
 * @since 0.1.0
 */
public class CallContext extends Observation.Context {

	private final String bot;

	private final String method;

	private final AtomicBoolean over = new AtomicBoolean();

	private volatile @Nullable Outcome outcome;

	private volatile @Nullable Phase phase;

	/**
	 * Create a context.
	 * @param bot the bot's name in the configuration
	 * @param method the name of the Bot API method, or {@code download}
	 */
	public CallContext(String bot, String method) {
		this.bot = bot;
		this.method = method;
	}

	/**
	 * Bot.
	 * @return the bot's name in the configuration
	 */
	public String bot() {
		return this.bot;
	}

	/**
	 * Method.
	 * @return the name of the Bot API method, or {@code download}
	 */
	public String method() {
		return this.method;
	}

	/**
	 * How it has ended.
	 * @return the outcome, or {@code null} as long as it has not
	 */
	public @Nullable Outcome outcome() {
		return this.outcome;
	}

	/**
	 * How far it came.
	 * @return the phase that was reached, or {@code null} if that is not known
	 */
	public @Nullable Phase phase() {
		return this.phase;
	}

	/**
	 * Note the end.
	 * @return {@code false} if it was noted before: the end of a call and that nobody
	 * waits for it any more may come at the same time
	 */
	boolean ends(Outcome outcome, @Nullable Throwable failure) {
		if (!this.over.compareAndSet(false, true)) {
			return false;
		}
		this.outcome = outcome;
		this.phase = (failure instanceof TelegramException telegram) ? telegram.phase()
				: (outcome == Outcome.SUCCESS) ? Phase.RESPONSE : null;
		return true;
	}

	/**
	 * How a call ends.
	 */
	public enum Outcome {

		/**
		 * Telegram has done what was asked for.
		 */
		SUCCESS,

		/**
		 * Telegram has refused it.
		 */
		REFUSED,

		/**
		 * The request was not sent.
		 */
		NOT_SENT,

		/**
		 * The request was sent, and Telegram may or may not have executed it.
		 */
		UNKNOWN,

		/**
		 * Nobody waits for it any more.
		 */
		CANCELLED,

		/**
		 * It has failed on this machine, as by a disk that is full.
		 */
		ERROR;

		static Outcome of(Throwable failure) {
			if (failure instanceof TelegramApiException) {
				return REFUSED;
			}
			if (failure instanceof RequestNotSentException) {
				return NOT_SENT;
			}
			return (failure instanceof OutcomeUnknownException) ? UNKNOWN : ERROR;
		}

	}

}
