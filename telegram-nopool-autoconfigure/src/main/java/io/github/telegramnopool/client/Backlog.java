// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Tells how many connections to begin for the polls that follow an answer with updates:
 * one for the next and, as long as answers are full, further ones. Making a connection
 * takes several times as long as using it, so each poll finds one only if several are
 * being made.
 */
final class Backlog {

	/**
	 * As many as there are round trips to a connection through a proxy, and one for the
	 * next poll.
	 */
	private static final int MOST = 4;

	/**
	 * The age up to which a connection is used for certain. The transport closes it not
	 * much later.
	 */
	private static final Duration AGE = Duration.ofMillis(1500);

	private final LongSupplier clock;

	/**
	 * When the last answer came, if it was full.
	 */
	private @Nullable Long full;

	/**
	 * Create for a poller that begins.
	 * @param clock tells nanoseconds
	 */
	Backlog(LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * Note an answer with updates.
	 * @param full whether there are as many as were asked for, so that others are likely
	 * to wait behind them
	 * @return the number of connections that are to be begun, with those that are so
	 * already: no more than polls can use at the pace of the last two answers before they
	 * are too old
	 */
	synchronized int answered(boolean full) {
		Long last = this.full;
		this.full = full ? this.clock.getAsLong() : null;
		if (this.full == null) {
			return 1;
		}
		long between = (last != null) ? Math.max(1, this.full - last) : 1;
		return 1 + (int) Math.min(MOST - 1, AGE.toNanos() / between);
	}

}
