// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

/**
 * Looks every second, on a thread of its own, whether the poll loop is alive and whether
 * the process itself has been.
 */
final class Watchdog implements Runnable {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	/**
	 * More than a busy machine or a long pause of the garbage collector makes one late.
	 */
	private static final Duration ABSENCE = Duration.ofSeconds(30);

	private final PollerTime time;

	private final PollRun run;

	private final Absence absence;

	Watchdog(PollerTime time, PollRun run) {
		this.time = time;
		this.run = run;
		this.absence = new Absence(time);
	}

	@Override
	public void run() {
		while (!this.run.hasEnded()) {
			try {
				this.time.sleep(PERIOD);
				look();
			}
			catch (InterruptedException ex) {
				// The run has ended
			}
			catch (Throwable ex) {
				// No memory, perhaps. The next look comes
			}
		}
	}

	private void look() {
		Duration absence = this.absence.sinceLastLook(PERIOD);
		if (absence.compareTo(ABSENCE) > 0) {
			this.run.returned(absence);
		}
		else {
			this.run.replaceIfOverdue();
		}
	}

}
