// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Lets messages go no faster than Telegram takes them, in order within a chat and
 * whatever becomes of others: a chat that Telegram has told to wait holds up its own
 * messages only, and they go one by one afterwards.
 * <p>
 * Who waits has neither a connection nor a thread. Chats are remembered only while their
 * past matters.
 */
final class FloodControl {

	private static final long NEVER = Long.MAX_VALUE;

	private final boolean pacing;

	private final LongSupplier clock;

	private final long origin;

	private final Function<Duration, Mono<Void>> pause;

	private final ChatQueues queues;

	private Disposable timer = Disposables.disposed();

	private long planned = NEVER;

	private long turns;

	/**
	 * Create a flood control.
	 * @param pacing whether to let messages go no faster than Telegram says that it takes
	 * them, even if it has not complained
	 * @param clock tells nanoseconds
	 * @param pause how to wait, which fails when the application stops
	 */
	FloodControl(boolean pacing, LongSupplier clock, Function<Duration, Mono<Void>> pause) {
		this.pacing = pacing;
		this.clock = clock;
		this.origin = clock.getAsLong();
		this.pause = pause;
		this.queues = new ChatQueues(pacing);
	}

	synchronized Turn turn(String method, @Nullable Recipient recipient, CallTime time) {
		return new Turn(this.turns++, method, recipient, time);
	}

	/**
	 * Wait for a turn, which has to be {@link #leave left} in the end.
	 */
	Mono<Void> enter(Turn turn) {
		Recipient recipient = turn.recipient();
		return (recipient != null) ? Mono.defer(() -> enter(turn, recipient)) : Mono.empty();
	}

	private synchronized Mono<Void> enter(Turn turn, Recipient recipient) {
		ChatQueue queue = this.queues.find(recipient);
		if (queue == null) {
			return Mono.empty();
		}
		long now = now();
		if (!turn.mayWaitForFlood(queue.heldFor(now))) {
			return Mono.error(held(turn, queue.heldFor(now)));
		}
		if (turn.time().remaining().toNanos() <= this.queues.earliest(queue, now) - now) {
			change(queue, now);
			return Mono.error(late(turn));
		}
		queue.add(turn);
		this.queues.place(queue, now);
		boolean next = this.queues.isNext(queue, turn, now);
		if (next) {
			this.queues.next(now);
		}
		plan(now);
		return next ? Mono.empty() : await(turn);
	}

	/**
	 * Let a chat wait, as Telegram has demanded, and a call with it.
	 * @param turn the call that was refused
	 * @param demanded the time to wait
	 * @param again whether it may be repeated
	 * @return comes when it is to be repeated, or {@code null} if it is not
	 */
	@Nullable Mono<Void> hold(Turn turn, Duration demanded, boolean again) {
		Recipient recipient = turn.recipient();
		if (recipient == null) {
			return (again && turn.mayWaitForFlood(demanded)) ? this.pause.apply(demanded) : null;
		}
		List<Turn> late;
		Duration held;
		boolean waits;
		synchronized (this) {
			long now = now();
			ChatQueue queue = this.queues.get(recipient);
			queue.remove(turn);
			late = queue.hold(now, demanded);
			held = queue.heldFor(now);
			waits = again && turn.mayWaitForFlood(held);
			if (waits) {
				queue.add(turn);
			}
			change(queue, now);
		}
		late.forEach((other) -> other.fail(held(other, held)));
		return waits ? await(turn) : null;
	}

	/**
	 * Give up waiting, or let the next go.
	 */
	synchronized void leave(Turn turn) {
		Recipient recipient = turn.recipient();
		ChatQueue queue = (recipient != null) ? this.queues.find(recipient) : null;
		if (queue != null) {
			queue.remove(turn);
			change(queue, now());
		}
	}

	/**
	 * The deadline can have moved meanwhile.
	 */
	private Mono<Void> await(Turn turn) {
		return turn.come()
			.timeout(Mono.defer(() -> this.pause.apply(turn.time().remaining())))
			.onErrorResume(TimeoutException.class,
					(ex) -> (turn.time().remaining().toNanos() > 0) ? await(turn) : Mono.error(late(turn)))
			.onErrorMap((ex) -> !(ex instanceof TelegramException),
					(ex) -> new RequestNotSentException(turn.method(), "the application stops"));
	}

	private void change(ChatQueue queue, long now) {
		this.queues.place(queue, now);
		plan(now);
	}

	/**
	 * Always on the timer: a call that fails at once would let the next go from within.
	 */
	private void wake() {
		List<Turn> next = new ArrayList<>();
		synchronized (this) {
			this.planned = NEVER;
			long now = now();
			for (Turn turn = this.queues.next(now); turn != null; turn = this.queues.next(now)) {
				next.add(turn);
			}
			plan(now);
		}
		next.forEach(Turn::go);
	}

	private void plan(long now) {
		long time = this.queues.nextChange(now);
		if (time < this.planned) {
			this.planned = time;
			this.timer.dispose();
			Disposable.Swap timer = Disposables.swap();
			this.timer = timer;
			Duration wait = Duration.ofNanos(Math.max(0, time - now));
			// If the application stops, everyone who waits is told so by his own pause
			timer.update(this.pause.apply(wait).onErrorResume((ex) -> Mono.never()).subscribe(null, null, this::wake));
		}
	}

	/**
	 * Chats that are remembered.
	 */
	synchronized int chats() {
		return this.queues.size();
	}

	private long now() {
		return this.clock.getAsLong() - this.origin;
	}

	private static TelegramException held(Turn turn, Duration held) {
		Duration seconds = Duration.ofSeconds(held.plusNanos(999_999_999).toSeconds());
		return new TooManyRequestsException(turn.method(),
				"Too Many Requests: retry after %d, as Telegram has told another call to the same chat"
					.formatted(seconds.toSeconds()),
				null, seconds);
	}

	private TelegramException late(Turn turn) {
		return new RequestNotSentException(turn.method(),
				this.pacing ? "its turn would come after its deadline, see telegram.flood.pacing"
						: "other messages to the same chat, which had to wait, were not sent in time");
	}

}
