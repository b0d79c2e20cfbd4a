// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Slows a client down that asks for the same offset again and again
 * ({@code Client::process_get_updates_query}): within three seconds a shorter wait than
 * three becomes three, and within half a second only one update is served.
 */
final class PollThrottle {

	private static final long LONG_WAIT_WITHIN = Duration.ofSeconds(3).toNanos();

	private static final long ONE_UPDATE_WITHIN = Duration.ofMillis(500).toNanos();

	private int lastOffset;

	private @Nullable Long lastStart;

	Terms apply(int offset, int limit, int timeout, long now) {
		long age = (this.lastStart != null && this.lastOffset == offset) ? now - this.lastStart : Long.MAX_VALUE;
		this.lastOffset = offset;
		this.lastStart = now;
		return new Terms((age < ONE_UPDATE_WITHIN) ? 1 : limit, (timeout < 3 && age < LONG_WAIT_WITHIN) ? 3 : timeout);
	}

	/**
	 * What the client gets.
	 *
	 * @param limit the most updates
	 * @param timeout the longest wait in seconds
	 */
	record Terms(int limit, int timeout) {

	}

}
