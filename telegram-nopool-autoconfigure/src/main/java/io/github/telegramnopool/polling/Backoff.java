package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TooManyRequestsException;

/**
 * How long to pause after a failed request.
 */
final class Backoff {

	private static final Duration FIRST = Duration.ofSeconds(1);

	/**
	 * A connection that fails costs Telegram nothing, so we are back soon after the path
	 * heals.
	 */
	private static final Duration LONGEST_IF_NOT_SENT = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	/**
	 * Each poll takes the updates from the other instance, so faster would be a war.
	 */
	private static final Duration FIRST_IN_CONFLICT = Duration.ofSeconds(5);

	private static final Duration LONGEST_IN_CONFLICT = Duration.ofSeconds(60);

	private static final Duration FIRST_IF_UNAUTHORIZED = Duration.ofSeconds(5);

	private static final double JITTER = 0.2;

	private final RandomGenerator random;

	Backoff(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * Determine the pause.
	 * @param failure what happened
	 * @param failures the number of failures in a row, this one included
	 */
	Duration after(Throwable failure, int failures) {
		if (failure instanceof TooManyRequestsException flood) {
			return flood.retryAfter().plusMillis(this.random.nextLong(1000));
		}
		if (failure instanceof ConflictException) {
			return jittered(doubled(FIRST_IN_CONFLICT, failures, LONGEST_IN_CONFLICT));
		}
		if (failure instanceof RequestNotSentException) {
			return jittered(doubled(FIRST, failures, LONGEST_IF_NOT_SENT));
		}
		if (isRefusedToken(failure)) {
			return jittered(doubled(FIRST_IF_UNAUTHORIZED, failures, LONGEST));
		}
		return jittered(doubled(FIRST, failures, LONGEST));
	}

	/**
	 * Telegram's cloud answers 404 to a token that it can't even read.
	 */
	static boolean isRefusedToken(Throwable failure) {
		return failure instanceof TelegramApiException refusal && (refusal.code() == 401 || refusal.code() == 404);
	}

	private static Duration doubled(Duration first, int failures, Duration longest) {
		Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 16));
		return (doubled.compareTo(longest) < 0) ? doubled : longest;
	}

	private Duration jittered(Duration pause) {
		double factor = 1 - JITTER * this.random.nextDouble();
		return Duration.ofMillis((long) (pause.toMillis() * factor));
	}

}
