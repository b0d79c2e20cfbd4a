// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that one call may take. What Telegram demands to wait, within its limit, and
 * what files take at the slowest come on top of the deadline.
 */
final class CallTime {

	/**
	 * Whatever length a server tells: more nanoseconds than fit are no deadline.
	 */
	private static final Duration LONGEST_TRANSFER = Duration.ofDays(365);

	private final CallSettings settings;

	private final LongSupplier clock;

	private final long began;

	private Duration transferTime = Duration.ZERO;

	private Duration floodWait = Duration.ZERO;

	CallTime(CallSettings settings, LongSupplier clock) {
		this.settings = settings;
		this.clock = clock;
		this.began = clock.getAsLong();
	}

	/**
	 * Add to the deadline what so many bytes may take.
	 */
	synchronized void transferring(long bytes) {
		double millis = bytes * 1000.0 / this.settings.minThroughput();
		this.transferTime = Duration.ofMillis((long) Math.min(millis, LONGEST_TRANSFER.toMillis()));
	}

	/**
	 * Add to the deadline what Telegram demands to wait.
	 * @return whether it may be waited for
	 */
	synchronized boolean waitForFlood(Duration wait) {
		Duration total = this.floodWait.plus(wait);
		if (!obeysFlood() || total.compareTo(this.settings.maxFloodWait()) > 0) {
			return false;
		}
		this.floodWait = total;
		return true;
	}

	/**
	 * Whether Telegram's demand to wait is the bot's affair, and not that of its caller.
	 */
	boolean obeysFlood() {
		return this.settings.obeyFlood();
	}

	synchronized Duration remaining() {
		Duration elapsed = Duration.ofNanos(this.clock.getAsLong() - this.began);
		return this.settings.timeout().plus(this.transferTime).plus(this.floodWait).minus(elapsed);
	}

}
