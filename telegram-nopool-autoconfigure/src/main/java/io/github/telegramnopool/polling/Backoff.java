// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import io.github.telegramnopool.client.error.TooManyRequestsException;

/**
 * How long to pause after a failed request.
 * <p>
 * Failures are counted by kind: after an hour without a path, the first bad answer that
 * the healed path brings must not cost half a minute.
 */
final class Backoff {

	private static final List<Duration> CONFIRMATIONS_OF_REFUSED_TOKEN = List.of(Duration.ofSeconds(5),
			Duration.ofSeconds(15), Duration.ofSeconds(30));

	private static final double JITTER = 0.2;

	private final RandomGenerator random;

	private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);

	Backoff(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * Determine the pause.
	 * @param kind what kind of failure it was
	 * @param failure what happened
	 */
	Duration after(FailureKind kind, Throwable failure) {
		int count = this.failures.merge(kind, 1, Integer::sum);
		if (failure instanceof TooManyRequestsException flood) {
			return flood.retryAfter().plusMillis(this.random.nextLong(1000));
		}
		if (kind == FailureKind.TOKEN) {
			return jittered(
					CONFIRMATIONS_OF_REFUSED_TOKEN.get(Math.min(count, CONFIRMATIONS_OF_REFUSED_TOKEN.size()) - 1));
		}
		return jittered(doubled(kind.firstPause(), count, kind.longestPause()));
	}

	/**
	 * Whether Telegram has refused the token so often that it must mean it.
	 */
	boolean isTokenRefusedForGood() {
		return this.failures.getOrDefault(FailureKind.TOKEN, 0) > CONFIRMATIONS_OF_REFUSED_TOKEN.size();
	}

	void reset() {
		this.failures.clear();
	}

	private static Duration doubled(Duration first, int count, Duration longest) {
		Duration doubled = first.multipliedBy(1L << Math.min(count - 1, 16));
		return (doubled.compareTo(longest) < 0) ? doubled : longest;
	}

	private Duration jittered(Duration pause) {
		double factor = 1 - JITTER * this.random.nextDouble();
		return Duration.ofMillis((long) (pause.toMillis() * factor));
	}

}
