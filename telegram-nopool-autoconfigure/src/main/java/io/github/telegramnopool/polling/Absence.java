// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

/**
 * Tells for how long the process has not been running.
 * <p>
 * A process that was stopped finds that its own clock has gone on without it; on a
 * machine that was suspended that clock stood still, and the one on the wall has gone on.
 * A clock that is set forward looks the same, which does no harm.
 */
final class Absence {

	private final PollerTime time;

	private Duration now;

	private Duration wallClock;

	Absence(PollerTime time) {
		this.time = time;
		this.now = time.now();
		this.wallClock = time.wallClock();
	}

	/**
	 * The time since the last look beyond what was to pass.
	 * @param expected the time that was to pass
	 */
	Duration sinceLastLook(Duration expected) {
		Duration now = this.time.now();
		Duration wallClock = this.time.wallClock();
		Duration passed = longer(now.minus(this.now), wallClock.minus(this.wallClock));
		this.now = now;
		this.wallClock = wallClock;
		return passed.minus(expected);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
