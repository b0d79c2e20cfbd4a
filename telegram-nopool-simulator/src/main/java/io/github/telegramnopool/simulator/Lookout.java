// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets threads wait until what a monitor guards is as they want it. Whoever calls holds
 * the monitor.
 */
final class Lookout {

	/**
	 * Who waits looks again after this time at the latest, for what the clock changes
	 * wakes nobody.
	 */
	private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

	private final Object monitor;

	private boolean asking;

	Lookout(Object monitor) {
		this.monitor = monitor;
	}

	/**
	 * Wait until an answer is enough or patience has an end.
	 * @return the last answer
	 */
	<T> T await(Supplier<? extends T> question, Predicate<? super T> enough, Duration patience)
			throws InterruptedException {
		long began = System.nanoTime();
		T answer = ask(question);
		while (!enough.test(answer)) {
			long left = patience.toNanos() - (System.nanoTime() - began);
			if (left <= 0) {
				return answer;
			}
			TimeUnit.NANOSECONDS.timedWait(this.monitor, Math.min(left, LOOK_AGAIN.toNanos()));
			answer = ask(question);
		}
		return answer;
	}

	/**
	 * Whoever waits looks again, but not because another one looked.
	 */
	void changed() {
		if (!this.asking) {
			this.monitor.notifyAll();
		}
	}

	private <T> T ask(Supplier<? extends T> question) {
		this.asking = true;
		try {
			return question.get();
		}
		finally {
			this.asking = false;
		}
	}

}
