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
	 * Users write more than any bot can take, or no more.
	 * @param flood whether they do
	 */
	public synchronized void flood(boolean flood) {
		this.flood = flood;
		if (!flood) {
			this.written.clear();
		}
		serveWaiting();
	}

	/**
	 * When updates were last handed to the bot.
	 * @return nanoseconds of {@link System#nanoTime()}
	 */
	public long handedNanos() {
		return this.handedNanos;
	}

	/**
	 * Whether a poll waits.
	 * @return whether the bot hears at once what is written
	 */
	public synchronized boolean isPolled() {
		return this.waiting != null;
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
		this.handedNanos = System.nanoTime();
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
