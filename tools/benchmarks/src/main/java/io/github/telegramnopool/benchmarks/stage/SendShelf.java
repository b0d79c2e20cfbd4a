// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The messages that one bot sends: answered at once, or held for ever.
 */
public final class SendShelf {

	private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();

	private final AtomicInteger held = new AtomicInteger();

	private volatile boolean holds;

	private volatile boolean watched;

	SendShelf() {
	}

	void add(Runnable answer) {
		if (this.holds) {
			this.held.incrementAndGet();
			return;
		}
		if (this.watched) {
			this.arrivals.add(System.nanoTime());
		}
		answer.run();
	}

	/**
	 * From now on give no answer, or answers again.
	 * @param holds whether messages are held
	 */
	public void hold(boolean holds) {
		this.held.set(0);
		this.holds = holds;
	}

	/**
	 * Messages that were held since {@link #hold}.
	 * @return the number
	 */
	public int held() {
		return this.held.get();
	}

	/**
	 * From now on keep when messages arrive, or no more.
	 * @param watched whether it is kept
	 */
	public void watch(boolean watched) {
		this.watched = watched;
		this.arrivals.clear();
	}

	/**
	 * Wait for a message.
	 * @param timeout for how long
	 * @return when it arrived, in nanoseconds of {@link System#nanoTime()}, or
	 * {@code null} if none did
	 * @throws InterruptedException if the thread is interrupted
	 */
	public @Nullable Long await(Duration timeout) throws InterruptedException {
		return this.arrivals.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

}
