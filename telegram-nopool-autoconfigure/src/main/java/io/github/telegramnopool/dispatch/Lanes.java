// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in order within a lane and, up to a limit, at the same time across lanes.
 * <p>
 * A worker takes the next task itself, so that once one is there, no want of threads or
 * memory leaves tasks behind.
 */
final class Lanes {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final Executor executor;

	private final int concurrency;

	/**
	 * Lanes that have a task at work or ready, with the tasks that wait behind it.
	 */
	private final Map<Object, Deque<Runnable>> waiting = new HashMap<>();

	private final Deque<Task> ready = new ArrayDeque<>();

	/**
	 * Threads at work, with their lanes.
	 */
	private final Map<Thread, Object> workers = new HashMap<>();

	/**
	 * Threads whose place was given to another.
	 */
	private final Set<Thread> strays = new HashSet<>();

	private int running;

	private boolean open = true;

	Lanes(Executor executor, int concurrency) {
		this.executor = executor;
		this.concurrency = concurrency;
	}

	synchronized void submit(Object lane, Runnable task) {
		if (!this.open) {
			return;
		}
		Deque<Runnable> queue = this.waiting.get(lane);
		if (queue != null) {
			queue.add(task);
			return;
		}
		Task first = new Task(lane, task);
		this.waiting.put(lane, new ArrayDeque<>());
		try {
			this.ready.add(first);
			launch();
		}
		catch (RuntimeException | Error ex) {
			if (this.running == 0) {
				this.ready.remove(first);
				this.waiting.remove(lane);
				throw ex;
			}
			// Whoever is at work will take it
		}
	}

	/**
	 * Give the place of a thread that does not come back to another one, which goes on in
	 * the same lane.
	 * @return {@code false} if too many threads have not come back
	 */
	synchronized boolean replace(Thread stray, Runnable successor) {
		Object lane = this.workers.get(stray);
		if (lane == null || this.strays.size() >= this.concurrency) {
			return false;
		}
		this.executor.execute(() -> work(new Task(lane, successor)));
		this.workers.remove(stray);
		this.strays.add(stray);
		return true;
	}

	/**
	 * Drop what has not begun and wait for the rest.
	 * @return whether all has ended in time
	 */
	synchronized boolean drain(Duration timeout) throws InterruptedException {
		this.open = false;
		this.ready.clear();
		this.waiting.clear();
		long deadline = System.nanoTime() + timeout.toNanos();
		while (this.running > 0) {
			long millis = (deadline - System.nanoTime()) / 1_000_000;
			if (millis <= 0) {
				return false;
			}
			wait(millis);
		}
		return true;
	}

	synchronized void interrupt() {
		this.workers.keySet().forEach(Thread::interrupt);
	}

	private void launch() {
		while (this.running < this.concurrency && !this.ready.isEmpty()) {
			Task task = this.ready.remove();
			this.running++;
			try {
				this.executor.execute(() -> work(task));
			}
			catch (RuntimeException | Error ex) {
				this.running--;
				this.ready.addFirst(task);
				throw ex;
			}
		}
	}

	private void work(Task first) {
		for (Task task = first; task != null; task = ended(task)) {
			begun(task);
			try {
				task.work.run();
			}
			catch (Throwable ex) {
				survive(ex);
			}
		}
	}

	private synchronized void begun(Task task) {
		// Left behind by the task before
		Thread.interrupted();
		this.workers.put(Thread.currentThread(), task.lane);
	}

	private static void survive(Throwable failure) {
		try {
			logger.error("The handling of an update failed in an unforeseen way", failure);
		}
		catch (Throwable ex) {
			// There may be no memory for a line in the log
		}
	}

	/**
	 * Take the next task.
	 * @return the task, or {@code null} if this thread is not needed any more
	 */
	private synchronized @Nullable Task ended(Task task) {
		if (this.strays.remove(Thread.currentThread())) {
			return null;
		}
		this.workers.remove(Thread.currentThread());
		Deque<Runnable> queue = this.waiting.get(task.lane);
		@Nullable Runnable behind = (queue != null) ? queue.poll() : null;
		if (behind != null) {
			this.ready.add(new Task(task.lane, behind));
		}
		else {
			this.waiting.remove(task.lane);
		}
		@Nullable Task next = this.ready.poll();
		if (next == null) {
			this.running--;
			notifyAll();
		}
		return next;
	}

	private record Task(Object lane, Runnable work) {

	}

}
