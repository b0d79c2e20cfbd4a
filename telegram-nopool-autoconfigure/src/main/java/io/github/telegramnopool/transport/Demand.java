// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How often a call that was thought likely has followed.
 */
final class Demand {

	private static final int MOST_EXPECTED = 100;

	/**
	 * The weight of the latest expectation.
	 */
	private static final double WEIGHT = 0.2;

	private static final double ENOUGH = 0.5;

	private final Duration patience;

	private final LongSupplier clock;

	/**
	 * When the calls were expected that have not come yet.
	 */
	private final Deque<Long> expected = new ArrayDeque<>();

	private double share = ENOUGH;

	/**
	 * Create a record.
	 * @param patience the time in which a call follows, or it does not
	 */
	Demand(Duration patience, LongSupplier clock) {
		this.patience = patience;
		this.clock = clock;
	}

	/**
	 * Expect a call.
	 * @return whether such calls mostly follow
	 */
	synchronized boolean expect() {
		long now = this.clock.getAsLong();
		while (!this.expected.isEmpty() && now - this.expected.getFirst() > this.patience.toNanos()) {
			this.expected.removeFirst();
			learn(0);
		}
		if (this.expected.size() < MOST_EXPECTED) {
			this.expected.addLast(now);
		}
		return this.share >= ENOUGH;
	}

	synchronized void called() {
		Long since = this.expected.pollFirst();
		if (since != null) {
			learn((this.clock.getAsLong() - since <= this.patience.toNanos()) ? 1 : 0);
		}
	}

	private void learn(int followed) {
		this.share += WEIGHT * (followed - this.share);
	}

}
