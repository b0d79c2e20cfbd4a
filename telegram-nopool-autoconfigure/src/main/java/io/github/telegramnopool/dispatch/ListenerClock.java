// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Interrupts the thread of a listener when its time is over, and only while it is at
 * work. If it has not ended some time later, has it relieved by another thread.
 */
final class ListenerClock implements AutoCloseable {

	private static final Duration MAX_GRACE = Duration.ofSeconds(30);

	private final Thread thread = Thread.currentThread();

	private final ListenerWatch watch;

	private final Predicate<Thread> relief;

	/**
	 * When to ring next, by {@link System#nanoTime()}.
	 */
	private long due;

	private boolean closed;

	private boolean expired;

	private boolean relieved;

	/**
	 * Start the clock for the current thread.
	 * @param watch knows the time that listeners have
	 * @param relief puts another thread in the place of this one, or returns
	 * {@code false} to be asked again
	 */
	ListenerClock(ListenerWatch watch, Predicate<Thread> relief) {
		this.watch = watch;
		this.relief = relief;
		this.due = System.nanoTime() + TimeUnit.NANOSECONDS.convert(watch.timeout());
		watch.begins(this);
	}

	/**
	 * Ring if the time is over and, as long as nobody has come, again after a while.
	 */
	synchronized void look() {
		long now = System.nanoTime();
		if (now - this.due >= 0) {
			Duration timeout = this.watch.timeout();
			this.due = now + ((timeout.compareTo(MAX_GRACE) < 0) ? timeout : MAX_GRACE).toNanos();
			ring();
		}
	}

	private void ring() {
		try {
			if (this.closed || this.relieved) {
				return;
			}
			if (!this.expired) {
				this.expired = true;
				this.thread.interrupt();
				return;
			}
			this.relieved = this.relief.test(this.thread);
			if (this.relieved) {
				this.watch.ends(this);
			}
		}
		catch (Throwable ex) {
			// There may be no thread or memory just now: asked again with the next ring
		}
	}

	synchronized boolean isExpired() {
		return this.expired;
	}

	/**
	 * Whether another thread goes on in the place of this one, which has to do no more.
	 */
	synchronized boolean isRelieved() {
		return this.relieved;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.watch.ends(this);
		if (this.expired) {
			// The interrupt was for this listener, not for what the thread does next
			Thread.interrupted();
		}
	}

}
