// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Serves {@code getUpdates} of one bot. Guarded by its bot, as what it schedules is.
 */
final class UpdatePolling {

	/**
	 * {@code LONG_POLL_MAX_TIMEOUT} of the official server, in seconds.
	 */
	static final int MAX_TIMEOUT = 50;

	private static final byte[] HEAD = "{\"ok\":true,\"result\":[".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

	private static final String TERMINATED = "terminated by other getUpdates request; "
			+ "make sure that only one bot instance is running";

	private final Object guard;

	private final UpdateQueue queue;

	private final ConflictAnswers conflicts;

	private final Timer timer;

	private final PollThrottle throttle = new PollThrottle();

	private @Nullable PendingPoll pending;

	UpdatePolling(Object guard, UpdateQueue queue, ConflictAnswers conflicts, Timer timer) {
		this.guard = guard;
		this.queue = queue;
		this.conflicts = conflicts;
		this.timer = timer;
	}

	/**
	 * Answer a poll ({@code Client::do_get_updates}). Updates are answered at once and
	 * leave a pending poll alone; only a poll that has to wait ends the one before it.
	 */
	CompletableFuture<Reply> poll(int offset, int limit, int timeout) {
		PollThrottle.Terms terms = this.throttle.apply(offset, limit, timeout, this.timer.nanoTime());
		List<QueuedUpdate> updates = this.queue.read(offset, terms.limit());
		if (!updates.isEmpty() || terms.timeout() == 0) {
			return CompletableFuture.completedFuture(reply(updates));
		}
		abort(TERMINATED);
		// A negative offset forgets once, and not again what comes while the poll waits
		PendingPoll poll = new PendingPoll((offset > 0) ? offset : this.queue.head(), terms.limit(),
				new CompletableFuture<>());
		this.pending = poll;
		wake(poll, Duration.ofSeconds(terms.timeout()));
		return poll.query;
	}

	/**
	 * Wake the pending poll a little after the last update that comes
	 * ({@code Client::long_poll_wakeup}). It looks by itself whether more have come, so
	 * that an update moves no timer.
	 */
	void updateArrived() {
		PendingPoll poll = this.pending;
		if (poll != null && poll.updateArrived(this.timer.nanoTime())) {
			wake(poll, PendingPoll.WAIT_AFTER);
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
	 * Answer the pending poll with what there is, as a server does whose bot is closed.
	 */
	void answerPending() {
		if (this.pending != null) {
			this.pending.cancelWakeUp();
			answer(this.pending);
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
		poll.wakeBy(this.timer.schedule(delay, () -> wakeUp(poll)));
	}

	private void wakeUp(PendingPoll poll) {
		synchronized (this.guard) {
			Duration wait = poll.untilDue(this.timer.nanoTime());
			if (this.pending == poll && !wait.isZero()) {
				wake(poll, wait);
			}
			else if (this.pending == poll) {
				answer(poll);
			}
		}
	}

	private void answer(PendingPoll poll) {
		this.pending = null;
		poll.query.complete(reply(this.queue.read(poll.offset, poll.limit)));
	}

	private static Reply reply(List<QueuedUpdate> updates) {
		ByteArrayOutputStream json = new ByteArrayOutputStream(
				updates.stream().mapToInt((update) -> update.json().length + 1).sum() + 32);
		json.writeBytes(HEAD);
		for (int i = 0; i < updates.size(); i++) {
			if (i > 0) {
				json.write(',');
			}
			json.writeBytes(updates.get(i).json());
		}
		json.writeBytes(TAIL);
		return Reply.json(200, json.toByteArray());
	}

}
