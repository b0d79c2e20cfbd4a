// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * The updates that wait for one bot, by their ids: those that were written, or as many as
 * it can take.
 */
public final class UpdateShelf {

	private static final int LIMIT = 100;

	private static final long FIRST = 100_000_000;

	private final Deque<Long> written = new ArrayDeque<>();

	private long next = FIRST;

	private boolean flood;

	private @Nullable Poll waiting;

	private long newestHanded;

	private volatile long handedNanos;

	UpdateShelf() {
	}

	/**
	 * A user writes.
	 */
	public synchronized void write() {
		this.written.add(this.next++);
		serveWaiting();
	}

	/**
	 * From now on users write more than any bot can take.
	 */
	public synchronized void flood() {
		this.flood = true;
		serveWaiting();
	}

	/**
	 * From now on nobody writes, and what was written is forgotten. A poll that waits is
	 * answered: it may be that of a bot that is no more.
	 */
	public synchronized void clear() {
		this.flood = false;
		this.written.clear();
		Poll poll = this.waiting;
		if (poll != null) {
			giveUp(poll);
		}
	}

	/**
	 * When the newest update was first handed to the bot. It is handed out again as long
	 * as it is not confirmed.
	 * @return nanoseconds of {@link System#nanoTime()}
	 */
	public long handedNanos() {
		return this.handedNanos;
	}

	/**
	 * Answer a poll, or let it wait.
	 * @return whether it has been answered
	 */
	synchronized boolean poll(Poll poll) {
		this.written.removeIf((id) -> id < poll.offset);
		Poll before = this.waiting;
		this.waiting = poll;
		if (before != null) {
			before.answer.accept(List.of());
		}
		return serveWaiting();
	}

	synchronized void giveUp(Poll poll) {
		if (this.waiting == poll) {
			this.waiting = null;
			poll.answer.accept(List.of());
		}
	}

	synchronized void forget(Poll poll) {
		if (this.waiting == poll) {
			this.waiting = null;
		}
	}

	private boolean serveWaiting() {
		Poll poll = this.waiting;
		if (poll == null || (!this.flood && this.written.isEmpty())) {
			return false;
		}
		this.waiting = null;
		List<Long> ids = this.flood ? flood(poll.offset) : this.written.stream().limit(LIMIT).toList();
		long newest = ids.get(ids.size() - 1);
		if (newest > this.newestHanded) {
			this.newestHanded = newest;
			this.handedNanos = System.nanoTime();
		}
		poll.answer.accept(ids);
		return true;
	}

	/**
	 * What is not confirmed is handed out again, as Telegram does.
	 */
	private List<Long> flood(long offset) {
		long first = Math.max(offset, FIRST);
		this.next = Math.max(this.next, first + LIMIT);
		return LongStream.range(first, first + LIMIT).boxed().toList();
	}

	/**
	 * A call of {@code getUpdates}.
	 */
	static final class Poll {

		private final long offset;

		private final Consumer<List<Long>> answer;

		Poll(long offset, Consumer<List<Long>> answer) {
			this.offset = offset;
			this.answer = answer;
		}

	}

}
