// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

/**
 * Time as the poller knows it. What lasts is measured by {@link #now()}, which no setting
 * of the clock can change.
 */
interface PollerTime {

	/**
	 * Time since some moment, which goes on at an even pace. It stands still while the
	 * machine is suspended.
	 */
	Duration now();

	/**
	 * What the clock on the wall says, counted from some moment.
	 */
	Duration wallClock();

	void sleep(Duration duration) throws InterruptedException;

	/**
	 * Wait on a monitor that the caller holds, for no longer than some time.
	 */
	void await(Object monitor, Duration longest) throws InterruptedException;

	/**
	 * Time that really passes.
	 */
	static PollerTime real() {
		long origin = System.nanoTime();
		return new PollerTime() {

			@Override
			public Duration now() {
				return Duration.ofNanos(System.nanoTime() - origin);
			}

			@Override
			public Duration wallClock() {
				return Duration.ofMillis(System.currentTimeMillis());
			}

			@Override
			public void sleep(Duration duration) throws InterruptedException {
				Thread.sleep(duration.toMillis());
			}

			@Override
			public void await(Object monitor, Duration longest) throws InterruptedException {
				monitor.wait(Math.max(1, longest.toMillis()));
			}

		};
	}

}
