// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.Arrays;

/**
 * Lets at most so many messages go in any time of such a length, wherever it begins: what
 * keeps to that passes a token bucket of the same size and rate too.
 */
final class SlidingWindow {

	private final long length;

	/**
	 * When the last messages went, in a ring. Those of one call that is worth more than
	 * the window holds are spread over times to come.
	 */
	private final long[] times;

	private int oldest;

	/**
	 * Create a window.
	 * @param messages the number of messages
	 * @param length the time in which no more may go
	 */
	SlidingWindow(int messages, Duration length) {
		this.length = length.toNanos();
		this.times = new long[messages];
		Arrays.fill(this.times, -this.length);
	}

	/**
	 * Tell when the next message may go.
	 * @param now the time
	 * @param ahead the number of messages that will go before it
	 * @return the time, {@code now} at the earliest
	 */
	long next(long now, int ahead) {
		long turn = this.times[(this.oldest + ahead) % this.times.length] + this.length;
		return Math.max(now, turn) + (ahead / this.times.length) * this.length;
	}

	/**
	 * Note that messages go.
	 */
	void take(long now, int messages) {
		for (int i = 0; i < messages; i++) {
			this.times[this.oldest] = next(now, 0);
			this.oldest = (this.oldest + 1) % this.times.length;
		}
	}

	/**
	 * Time from which on nothing of the past counts.
	 */
	long idleFrom() {
		return this.times[(this.oldest + this.times.length - 1) % this.times.length] + this.length;
	}

}
