// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * One daemon thread for everything that happens later by the simulator's clock. While it
 * is stopped, nothing happens later.
 */
final class Timer {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final TreeSet<Task> tasks = new TreeSet<>(
			Comparator.<Task>comparingLong((task) -> task.due).thenComparingLong((task) -> task.number));

	private final SimulatorClock clock;

	private @Nullable Thread thread;

	private long lastNumber;

	Timer(Clock clock) {
		this.clock = new SimulatorClock(clock, this::wakeUp);
	}

	SimulatorClock clock() {
		return this.clock;
	}

	long nanoTime() {
		return this.clock.nanoTime();
	}

	void start() {
		Thread started = new Thread(this::run, "telegram-simulator-timer");
		started.setDaemon(true);
		this.lock.lock();
		try {
			this.thread = started;
		}
		finally {
			this.lock.unlock();
		}
		started.start();
	}

	void stop() {
		this.lock.lock();
		try {
			this.thread = null;
			this.tasks.clear();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Do something later.
	 * @return cancels it
	 */
	Runnable schedule(Duration delay, Runnable action) {
		this.lock.lock();
		try {
			Task task = new Task(nanoTime() + delay.toNanos(), ++this.lastNumber, action);
			if (this.thread != null) {
				this.tasks.add(task);
				if (this.tasks.first() == task) {
					this.changed.signal();
				}
			}
			return () -> cancel(task);
		}
		finally {
			this.lock.unlock();
		}
	}

	void repeat(Duration interval, Runnable action) {
		schedule(interval, () -> {
			repeat(interval, action);
			action.run();
		});
	}

	private void cancel(Task task) {
		this.lock.lock();
		try {
			this.tasks.remove(task);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void wakeUp() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void run() {
		for (Runnable action = next(); action != null; action = next()) {
			try {
				action.run();
			}
			catch (RuntimeException ex) {
				Thread thread = Thread.currentThread();
				thread.getUncaughtExceptionHandler().uncaughtException(thread, ex);
			}
		}
	}

	/**
	 * Wait for the next action.
	 * @return the action, or {@code null} when the timer was stopped
	 */
	private @Nullable Runnable next() {
		this.lock.lock();
		try {
			while (this.thread == Thread.currentThread()) {
				long wait = this.tasks.isEmpty() ? Long.MAX_VALUE : this.tasks.first().due - nanoTime();
				if (wait <= 0) {
					return this.tasks.pollFirst().action;
				}
				this.changed.awaitNanos(wait);
			}
			return null;
		}
		catch (InterruptedException ex) {
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Something that happens later.
	 *
	 * @param due when, by the clock
	 * @param number its place among those of the same time
	 * @param action what happens
	 */
	private record Task(long due, long number, Runnable action) {

	}

}
