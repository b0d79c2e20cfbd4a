package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread of a listener when its time is over, and only while it is at
 * work. If it has not ended some time later, has it relieved by another thread.
 */
final class ListenerClock implements AutoCloseable {

	private static final Duration MAX_GRACE = Duration.ofSeconds(30);

	private final Thread thread = Thread.currentThread();

	private final Predicate<Thread> relief;

	private final @Nullable Future<?> alarm;

	private boolean closed;

	private boolean expired;

	private boolean relieved;

	/**
	 * Start the clock for the current thread.
	 * @param timeout the time, 0 for any
	 * @param relief puts another thread in the place of this one, or returns
	 * {@code false} to be asked again
	 */
	ListenerClock(ScheduledExecutorService timer, Duration timeout, Predicate<Thread> relief) {
		this.relief = relief;
		Duration grace = (timeout.compareTo(MAX_GRACE) < 0) ? timeout : MAX_GRACE;
		this.alarm = timeout.isZero() ? null : timer.scheduleWithFixedDelay(this::ring, timeout.toMillis(),
				Math.max(grace.toMillis(), 1), TimeUnit.MILLISECONDS);
	}

	private synchronized void ring() {
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
		if (this.alarm != null) {
			this.alarm.cancel(false);
		}
		if (this.expired) {
			// The interrupt was for this listener, not for what the thread does next
			Thread.interrupted();
		}
	}

}
