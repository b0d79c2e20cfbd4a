// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of a simulator: runs as a real one does, and can be put forward.
 * <p>
 * Dates, the expiry of updates and everything that Telegram lets wait go by it: long
 * polls, conflicts, limits, and the retries of webhooks. Connections and scripted faults
 * stay in real time. What fell due while the clock was put forward happens at once, and
 * once. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class SimulatorClock extends Clock {

	private final Clock base;

	private final AtomicLong aheadNanos;

	private final Runnable onJump;

	SimulatorClock(Clock base, Runnable onJump) {
		this(base, new AtomicLong(), onJump);
	}

	private SimulatorClock(Clock base, AtomicLong aheadNanos, Runnable onJump) {
		this.base = base;
		this.aheadNanos = aheadNanos;
		this.onJump = onJump;
	}

	/**
	 * Put the clock forward.
	 * @param time how far
	 * @throws IllegalArgumentException if the time is negative
	 */
	public void advance(Duration time) {
		if (time.isNegative()) {
			throw new IllegalArgumentException("The clock can only be put forward, not by " + time + ".");
		}
		this.aheadNanos.addAndGet(time.toNanos());
		this.onJump.run();
	}

	/**
	 * How far the clock is ahead of a real one.
	 * @return the sum of what it was put forward by
	 */
	public Duration ahead() {
		return Duration.ofNanos(this.aheadNanos.get());
	}

	@Override
	public Instant instant() {
		return this.base.instant().plus(ahead());
	}

	@Override
	public ZoneId getZone() {
		return this.base.getZone();
	}

	@Override
	public SimulatorClock withZone(ZoneId zone) {
		return new SimulatorClock(this.base.withZone(zone), this.aheadNanos, this.onJump);
	}

	/**
	 * What {@link System#nanoTime()} would say if it were this clock.
	 */
	long nanoTime() {
		return System.nanoTime() + this.aheadNanos.get();
	}

	long seconds() {
		return instant().getEpochSecond();
	}

}
