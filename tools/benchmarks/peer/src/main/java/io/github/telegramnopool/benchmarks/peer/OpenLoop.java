// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a pace, whether those before have been answered or not, each on a thread of
 * its own.
 */
final class OpenLoop {

	static final long HUNG = -2;

	private static final long FAILED = -1;

	private final AtomicLongArray outcomes;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private OpenLoop(int count) {
		this.outcomes = new AtomicLongArray(count);
		for (int i = 0; i < count; i++) {
			this.outcomes.set(i, HUNG);
		}
	}

	static OpenLoop begin(Peer peer, int count, long intervalMicros) {
		OpenLoop loop = new OpenLoop(count);
		Thread pacer = new Thread(() -> loop.pace(peer, intervalMicros), "pacer");
		pacer.setDaemon(true);
		pacer.start();
		return loop;
	}

	private void pace(Peer peer, long intervalMicros) {
		long begin = System.nanoTime();
		for (int i = 0; i < this.outcomes.length(); i++) {
			int number = i;
			long due = begin + number * intervalMicros * 1000;
			while (due > System.nanoTime()) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			this.threads.execute(() -> this.outcomes.set(number, outcome(peer, number, due)));
		}
	}

	/**
	 * Not from when a thread was there, but from when it was due.
	 */
	private static long outcome(Peer peer, int number, long due) {
		try {
			peer.send(1000 + number, "Hello");
			return (System.nanoTime() - due) / 1000;
		}
		catch (Exception ex) {
			ex.printStackTrace();
			return FAILED;
		}
	}

	/**
	 * What became of the calls up to now: microseconds, or that it failed, or is still
	 * under way.
	 */
	Answer end() throws InterruptedException {
		long[] outcomes = new long[this.outcomes.length()];
		for (int i = 0; i < outcomes.length; i++) {
			outcomes[i] = this.outcomes.get(i);
		}
		this.threads.shutdownNow();
		this.threads.awaitTermination(2, TimeUnit.SECONDS);
		return new Answer().with("outcomes", outcomes);
	}

}
