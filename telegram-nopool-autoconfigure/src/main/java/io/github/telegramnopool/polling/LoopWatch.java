// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides whether a poll loop is alive: it says by when it will be heard of again.
 * <p>
 * A loop is either heard of in time or given up, never both: what comes late finds the
 * loop given up, so it can neither be handled nor followed by another poll.
 */
final class LoopWatch {

	private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

	private static final Duration GIVEN_UP = Duration.ofSeconds(Long.MIN_VALUE);

	private final PollerTime time;

	private final Duration patience;

	private final AtomicReference<Duration> latest;

	/**
	 * Begin to watch a loop, which is to be heard of within the patience.
	 * @param patience how long a request may take that is due
	 */
	LoopWatch(PollerTime time, Duration patience) {
		this.time = time;
		this.patience = patience;
		this.latest = new AtomicReference<>(time.now().plus(patience));
	}

	/**
	 * The loop makes a request now.
	 */
	void polls() throws InterruptedException {
		polls(Duration.ZERO);
	}

	/**
	 * The loop makes a request after a pause.
	 * @throws InterruptedException if the loop is given up
	 */
	void polls(Duration pause) throws InterruptedException {
		isHeardOfBy(this.time.now().plus(pause).plus(this.patience));
	}

	/**
	 * The loop ends within some time.
	 * @throws InterruptedException if the loop is given up
	 */
	void ends(Duration timeout) throws InterruptedException {
		isHeardOfBy(this.time.now().plus(timeout));
	}

	/**
	 * The loop has nothing to ask for until further notice.
	 * @throws InterruptedException if the loop is given up
	 */
	void rests() throws InterruptedException {
		isHeardOfBy(NEVER);
	}

	/**
	 * The loop goes on, which does not prove that it ever hears.
	 * @throws InterruptedException if the loop is given up
	 */
	void goesOn() throws InterruptedException {
		if (isGivenUp()) {
			throw new InterruptedException("This loop is given up");
		}
	}

	private void isHeardOfBy(Duration next) throws InterruptedException {
		Duration before = this.latest.getAndUpdate((latest) -> (latest == GIVEN_UP) ? GIVEN_UP : next);
		if (before == GIVEN_UP) {
			throw new InterruptedException("This loop is given up");
		}
	}

	/**
	 * Give the loop up if it is overdue.
	 * @return whether this was done now
	 */
	boolean giveUpIfOverdue() {
		Duration latest = this.latest.get();
		return latest != GIVEN_UP && this.time.now().compareTo(latest) > 0
				&& this.latest.compareAndSet(latest, GIVEN_UP);
	}

	boolean isGivenUp() {
		return this.latest.get() == GIVEN_UP;
	}

}
