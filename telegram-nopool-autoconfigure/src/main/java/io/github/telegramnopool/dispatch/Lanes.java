package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in order within a lane and, up to a limit, at the same time across lanes.
 */
final class Lanes {

	private final Executor executor;

	private final int concurrency;

	/**
	 * Lanes that have a task at work or ready, with the tasks that wait behind it.
	 */
	private final Map<Object, Deque<Runnable>> waiting = new HashMap<>();

	private final Deque<Task> ready = new ArrayDeque<>();

	private final Set<Thread> workers = new HashSet<>();

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
		this.waiting.put(lane, new ArrayDeque<>());
		Task first = new Task(lane, task);
		this.ready.add(first);
		try {
			launch();
		}
		catch (RuntimeException | Error ex) {
			this.ready.remove(first);
			this.waiting.remove(lane);
			throw ex;
		}
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
		this.workers.forEach(Thread::interrupt);
	}

	private void launch() {
		while (this.running < this.concurrency && !this.ready.isEmpty()) {
			Task task = this.ready.remove();
			this.running++;
			try {
				this.executor.execute(() -> run(task));
			}
			catch (RuntimeException | Error ex) {
				this.running--;
				this.ready.addFirst(task);
				throw ex;
			}
		}
	}

	private void run(Task task) {
		begun();
		try {
			task.work.run();
		}
		finally {
			ended(task.lane);
		}
	}

	private synchronized void begun() {
		this.workers.add(Thread.currentThread());
	}

	private synchronized void ended(Object lane) {
		this.workers.remove(Thread.currentThread());
		this.running--;
		Deque<Runnable> queue = this.waiting.get(lane);
		@Nullable Runnable next = (queue != null) ? queue.poll() : null;
		if (next != null) {
			this.ready.add(new Task(lane, next));
		}
		else {
			this.waiting.remove(lane);
		}
		notifyAll();
		launch();
	}

	private record Task(Object lane, Runnable work) {

	}

}
