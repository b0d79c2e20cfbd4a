package io.github.telegramnopool.polling;

import java.time.Duration;

/**
 * Looks every second, on a thread of its own, whether the poll loop is alive and whether
 * the process has been.
 * <p>
 * A process that was stopped finds that its own clock has gone on without it; on a
 * machine that was suspended that clock stood still, and the one on the wall has gone on.
 */
final class Watchdog implements Runnable {

	static final Duration PERIOD = Duration.ofSeconds(1);

	/**
	 * More than a busy machine or a long pause of the garbage collector makes one late.
	 */
	private static final Duration ABSENCE = Duration.ofSeconds(30);

	private final PollerTime time;

	private final PollRun run;

	private Duration now;

	private Duration wallClock;

	Watchdog(PollerTime time, PollRun run) {
		this.time = time;
		this.run = run;
		this.now = time.now();
		this.wallClock = time.wallClock();
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

	void look() {
		Duration absence = absence();
		if (absence.compareTo(ABSENCE) > 0) {
			this.run.returned(absence);
		}
		else {
			this.run.replaceIfOverdue();
		}
	}

	private Duration absence() {
		Duration now = this.time.now();
		Duration wallClock = this.time.wallClock();
		Duration passed = now.minus(this.now).minus(PERIOD);
		Duration passedOnTheWall = wallClock.minus(this.wallClock).minus(PERIOD);
		this.now = now;
		this.wallClock = wallClock;
		return (passed.compareTo(passedOnTheWall) > 0) ? passed : passedOnTheWall;
	}

}
