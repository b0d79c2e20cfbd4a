package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * How bytes are passed on.
 *
 * @param delay how much later, in nanoseconds
 * @param portion how many at once
 * @param interval the time between two portions, in nanoseconds
 */
record Pace(long delay, int portion, long interval) {

	static Pace of(Fault fault) {
		if (fault instanceof Fault.Latency latency) {
			return new Pace(latency.delay().toNanos(), Integer.MAX_VALUE, 0);
		}
		if (fault instanceof Fault.Drip drip) {
			return new Pace(0, drip.bytes(), drip.interval().toNanos());
		}
		return new Pace(Duration.ZERO.toNanos(), Integer.MAX_VALUE, 0);
	}

}
