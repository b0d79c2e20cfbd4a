// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets so many things happen in a time, the first of them together
 * ({@code td::FloodControlFast}). Not for several threads.
 */
final class RateLimit {

	private final List<Bucket> buckets = new ArrayList<>();

	RateLimit limit(Duration time, int count) {
		this.buckets.add(new Bucket(time.toNanos() / count, time.toNanos()));
		return this;
	}

	/**
	 * How long the next has to wait, in nanoseconds.
	 */
	long delay(long now) {
		return this.buckets.stream().mapToLong((bucket) -> bucket.delay(now)).max().orElse(0);
	}

	void add(long now) {
		add(now, 1);
	}

	/**
	 * Note that several happened together, which may be more than were left.
	 */
	void add(long now, int count) {
		this.buckets.forEach((bucket) -> bucket.add(now, count));
	}

	/**
	 * Fills up again by one in each interval.
	 */
	private static final class Bucket {

		private final long interval;

		private final long time;

		/**
		 * When it is full again.
		 */
		private long fullAt = Long.MIN_VALUE;

		Bucket(long interval, long time) {
			this.interval = interval;
			this.time = time;
		}

		long delay(long now) {
			return (this.fullAt == Long.MIN_VALUE) ? 0 : Math.max(0, this.fullAt - this.time + this.interval - now);
		}

		void add(long now, int count) {
			long begin = (this.fullAt == Long.MIN_VALUE) ? now : Math.max(this.fullAt, now);
			this.fullAt = begin + count * this.interval;
		}

	}

}
