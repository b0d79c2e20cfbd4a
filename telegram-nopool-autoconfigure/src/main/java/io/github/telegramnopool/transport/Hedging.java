// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * When a call begins another connection because none is ready yet.
 * <p>
 * Few attempts are in flight at a time, so a further one takes the place of an earlier
 * one, which must have had the time that connections lately took.
 */
final class Hedging {

	/**
	 * A path that has become slow is told from one that hangs by waiting longer and
	 * longer, up to this.
	 */
	private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(2);

	/**
	 * The intervals that do not grow: that as many connections hang in a row is no matter
	 * of chance.
	 */
	private static final int MOST_EQUAL = 8;

	private static final int MOST_DOUBLINGS = 16;

	private final Duration after;

	private final Semaphore budget;

	/**
	 * How long it takes to make a connection, in nanoseconds. That two event loops may
	 * write at the same time does no harm.
	 */
	private volatile long usual;

	/**
	 * Create the rule for all calls of a transport.
	 * @param after the time until the first further connection, zero for none at all
	 * @param budget the further connections that all calls together may be making, so
	 * that an outage is not answered by a storm
	 */
	Hedging(Duration after, Semaphore budget) {
		this.after = after;
		this.budget = budget;
	}

	Semaphore budget() {
		return this.budget;
	}

	/**
	 * Note how long a connection has taken to be ready.
	 */
	void took(Duration time) {
		this.usual += (time.toNanos() - this.usual) / 4;
	}

	/**
	 * Determine the time between two connections: as it is set, as long as that gives
	 * each the time that it needs, and doubling only after many.
	 * @param hedges how many further connections the call has begun
	 */
	Duration intervalBefore(int hedges) {
		if (hedges == 0 || this.after.isZero()) {
			return this.after;
		}
		// Two intervals later its place may be taken
		Duration interval = longer(this.after, Duration.ofNanos(this.usual).multipliedBy(5).dividedBy(8));
		Duration longest = longer(this.after, LONGEST_INTERVAL);
		int doublings = Math.min(Math.max(0, hedges - MOST_EQUAL + 1), MOST_DOUBLINGS);
		Duration grown = interval.multipliedBy(1L << doublings);
		return (grown.compareTo(longest) < 0) ? grown : longest;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
