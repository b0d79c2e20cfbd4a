// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TooManyRequestsException;

/**
 * What kinds of failure a poller tells apart, and how it tries on after each.
 * <p>
 * The pause after a failure doubles from the first to the longest one, counted for each
 * kind since the last success. The kind is decided by types and by what Telegram answers,
 * never by the text of a message.
 *
 * @since 0.1.0
 */
public enum FailureKind {

	/**
	 * The connection failed before the request left. That costs Telegram nothing, so the
	 * bot is back within seconds of the path healing.
	 */
	NOT_SENT(1, 5),

	/**
	 * The certificate is not trusted. A captive portal looks like this until somebody has
	 * logged in, so it counts as part of the path.
	 */
	CERTIFICATE(1, 5),

	/**
	 * The proxy refuses the bot's credentials: somebody has to mend that, and a proxy
	 * that counts wrong passwords must not be asked too often.
	 */
	PROXY_CREDENTIALS(1, 60),

	/**
	 * The request left, and the connection was lost or nothing came in time.
	 */
	NO_ANSWER(1, 30),

	/**
	 * What came back is no answer of the Bot API: any 5xx, HTML, an empty or undecodable
	 * body.
	 */
	BAD_ANSWER(1, 30),

	/**
	 * Telegram refuses the request for a reason that is not listed here.
	 */
	REFUSED(1, 30),

	/**
	 * Too many requests: the poller waits as long as Telegram says.
	 */
	FLOOD(5, 5),

	/**
	 * Another instance polls. Each poll takes the updates away from it, so to be quick
	 * would be a war.
	 */
	CONFLICT(5, 60),

	/**
	 * A webhook receives the bot's updates.
	 */
	WEBHOOK(5, 60),

	/**
	 * Telegram does not accept the token. The poller asks for confirmation three times
	 * before it gives up, at 5, 15 and 30 s.
	 */
	TOKEN(5, 30),

	/**
	 * Something on this machine: no memory, no threads, or a bug.
	 */
	LOCAL(1, 30);

	private final Duration firstPause;

	private final Duration longestPause;

	FailureKind(int firstPause, int longestPause) {
		this.firstPause = Duration.ofSeconds(firstPause);
		this.longestPause = Duration.ofSeconds(longestPause);
	}

	Duration firstPause() {
		return this.firstPause;
	}

	Duration longestPause() {
		return this.longestPause;
	}

	/**
	 * Whether somebody else receives the bot's updates.
	 */
	boolean isConflict() {
		return this == CONFLICT || this == WEBHOOK;
	}

	/**
	 * Whether it lasts until somebody does something about it.
	 */
	boolean needsSomebody() {
		return isConflict() || this == TOKEN || this == PROXY_CREDENTIALS || this == CERTIFICATE;
	}

	static FailureKind of(Throwable failure) {
		if (isOfTheMachine(failure)) {
			return LOCAL;
		}
		if (failure instanceof RequestNotSentException notSent) {
			return notSent.isRefusedByProxy() ? PROXY_CREDENTIALS : notSent.isPermanent() ? CERTIFICATE : NOT_SENT;
		}
		if (failure instanceof OutcomeUnknownException unknown) {
			return unknown.isAnswered() ? BAD_ANSWER : NO_ANSWER;
		}
		if (failure instanceof TooManyRequestsException) {
			return FLOOD;
		}
		if (failure instanceof ConflictException) {
			return CONFLICT;
		}
		if (failure instanceof TelegramApiException refusal) {
			return isOfTheToken(refusal.code()) ? TOKEN : REFUSED;
		}
		return LOCAL;
	}

	/**
	 * Telegram's cloud answers 404 to a token that it can't even read, and a Bot API
	 * server 421 to one that it does not serve.
	 */
	private static boolean isOfTheToken(int code) {
		return code == 401 || code == 404 || code == 421;
	}

	private static boolean isOfTheMachine(Throwable failure) {
		Throwable current = failure;
		while (current != null && !(current instanceof VirtualMachineError)) {
			current = (current.getCause() != current) ? current.getCause() : null;
		}
		return current != null;
	}

}
