package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One daemon thread for everything that happens later. While it is stopped, nothing
 * happens later.
 */
final class Timer {

	private volatile @Nullable ScheduledThreadPoolExecutor executor;

	void start() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "telegram-simulator-timer");
			thread.setDaemon(true);
			return thread;
		});
		executor.setRemoveOnCancelPolicy(true);
		this.executor = executor;
	}

	void stop() {
		ScheduledThreadPoolExecutor executor = this.executor;
		this.executor = null;
		if (executor != null) {
			executor.shutdownNow();
		}
	}

	@Nullable ScheduledFuture<?> schedule(Duration delay, Runnable task) {
		ScheduledThreadPoolExecutor executor = this.executor;
		try {
			return (executor != null) ? executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS) : null;
		}
		catch (RejectedExecutionException ex) {
			return null;
		}
	}

	@Nullable ScheduledFuture<?> repeat(Duration interval, Runnable task) {
		ScheduledThreadPoolExecutor executor = this.executor;
		return (executor != null)
				? executor.scheduleAtFixedRate(task, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS)
				: null;
	}

	long nanoTime() {
		return System.nanoTime();
	}

}
