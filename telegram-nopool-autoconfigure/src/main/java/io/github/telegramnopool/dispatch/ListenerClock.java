package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread of a listener when its time is over, and only while it is at
 * work.
 */
final class ListenerClock implements AutoCloseable {

	private final Thread thread = Thread.currentThread();

	private final @Nullable Future<?> alarm;

	private boolean closed;

	private boolean expired;

	/**
	 * Start the clock for the current thread.
	 * @param timeout the time, 0 for any
	 */
	ListenerClock(ScheduledExecutorService timer, Duration timeout) {
		this.alarm = timeout.isZero() ? null : timer.schedule(this::expire, timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	private synchronized void expire() {
		if (!this.closed) {
			this.expired = true;
			this.thread.interrupt();
		}
	}

	synchronized boolean isExpired() {
		return this.expired;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.alarm != null) {
			this.alarm.cancel(false);
		}
		if (this.expired) {
			// The interrupt was for this listener, not for what the thread does next
			Thread.interrupted();
		}
	}

}
