package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * When a call begins another connection because none is ready yet.
 *
 * @param after the time until the first of them, zero for none at all
 * @param budget the further connections that all calls together may be making, so that an
 * outage is not answered by a storm
 */
record Hedging(Duration after, Semaphore budget) {

	/**
	 * A connection that is begun last must get the time that a slow path needs, before
	 * others take its place.
	 */
	private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(2);

	private static final int MOST_DOUBLINGS = 16;

	/**
	 * Determine the time between two connections: twice the same, then doubling.
	 * @param hedges how many further connections the call has begun
	 */
	Duration intervalBefore(int hedges) {
		Duration longest = (this.after.compareTo(LONGEST_INTERVAL) > 0) ? this.after : LONGEST_INTERVAL;
		Duration interval = this.after.multipliedBy(1L << Math.min(Math.max(0, hedges - 1), MOST_DOUBLINGS));
		return (interval.compareTo(longest) < 0) ? interval : longest;
	}

}
