package io.github.telegramnopool.transport;

import java.time.Duration;

/**
 * When a call begins another connection because none is ready yet.
 *
 * @param after the time until the first of them, zero for none at all
 * @param budget what all calls together may begin
 */
record Hedging(Duration after, HedgeBudget budget) {

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
