package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Serves {@code getUpdates} of one bot. Guarded by its bot, as what it schedules is.
 */
final class UpdatePolling {

	/**
	 * {@code LONG_POLL_MAX_TIMEOUT} of the official server, in seconds.
	 */
	static final int MAX_TIMEOUT = 50;

	private static final String TERMINATED = "terminated by other getUpdates request; "
			+ "make sure that only one bot instance is running";

	private final Object guard;

	private final UpdateQueue queue;

	private final ConflictAnswers conflicts;

	private final Timer timer;

	private final Clock clock;

	private final PollThrottle throttle = new PollThrottle();

	private @Nullable PendingPoll pending;

	UpdatePolling(Object guard, UpdateQueue queue, ConflictAnswers conflicts, Timer timer, Clock clock) {
		this.guard = guard;
		this.queue = queue;
		this.conflicts = conflicts;
		this.timer = timer;
		this.clock = clock;
	}

	/**
	 * Answer a poll ({@code Client::do_get_updates}). Updates are answered at once and
	 * leave a pending poll alone; only a poll that has to wait ends the one before it.
	 */
	CompletableFuture<Reply> poll(int offset, int limit, int timeout) {
		PollThrottle.Terms terms = this.throttle.apply(offset, limit, timeout, this.timer.nanoTime());
		List<QueuedUpdate> updates = this.queue.read(offset, terms.limit(), this.clock.millis());
		if (!updates.isEmpty() || terms.timeout() == 0) {
			return CompletableFuture.completedFuture(reply(updates));
		}
		abort(TERMINATED);
		PendingPoll poll = new PendingPoll(offset, terms.limit(), new CompletableFuture<>());
		this.pending = poll;
		wake(poll, Duration.ofSeconds(terms.timeout()));
		return poll.query;
	}

	/**
	 * Wake the pending poll 1 ms after an update, at most 2 ms after the first, so that
	 * updates that come together are served together ({@code LONG_POLL_WAIT_AFTER},
	 * {@code LONG_POLL_MAX_DELAY}).
	 */
	void updateArrived() {
		PendingPoll poll = this.pending;
		if (poll != null) {
			long now = this.timer.nanoTime();
			long latest = poll.updateArrivedAt(now) + Duration.ofMillis(2).toNanos() - now;
			wake(poll, Duration.ofNanos(Math.max(0, Math.min(Duration.ofMillis(1).toNanos(), latest))));
		}
	}

	void abort(String detail) {
		PendingPoll poll = this.pending;
		this.pending = null;
		if (poll != null) {
			poll.cancelWakeUp();
			this.conflicts.fail(poll.query, detail);
		}
	}

	/**
	 * Forget the pending poll without an answer, as a server that goes down does.
	 */
	void drop() {
		if (this.pending != null) {
			this.pending.cancelWakeUp();
			this.pending = null;
		}
	}

	private void wake(PendingPoll poll, Duration delay) {
		poll.wakeBy(this.timer.schedule(delay, () -> answer(poll)));
	}

	private void answer(PendingPoll poll) {
		synchronized (this.guard) {
			if (this.pending == poll) {
				this.pending = null;
				poll.query.complete(reply(this.queue.read(poll.offset, poll.limit, this.clock.millis())));
			}
		}
	}

	private static Reply reply(List<QueuedUpdate> updates) {
		return Reply.ok(updates.stream().map(QueuedUpdate::render).collect(Collectors.joining(",\n", "[", "]")));
	}

}
