// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many polls are in flight, and the most that ever were.
 */
final class PollCount {

	private int current;

	private int max;

	Runnable begin() {
		return begin(() -> {
		});
	}

	/**
	 * Count a poll.
	 * @param onEnd run once, when it ends
	 * @return what ends it; ending it again does nothing
	 */
	Runnable begin(Runnable onEnd) {
		synchronized (this) {
			this.current++;
			this.max = Math.max(this.max, this.current);
		}
		AtomicBoolean open = new AtomicBoolean(true);
		return () -> {
			if (open.getAndSet(false)) {
				onEnd.run();
				end();
			}
		};
	}

	synchronized int current() {
		return this.current;
	}

	synchronized int max() {
		return this.max;
	}

	private synchronized void end() {
		this.current--;
	}

}
