package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

	private final Pace bot;

	private final Map<String, ChatQueue> queues = new HashMap<>();

	/**
	 * Those that wait for a time, also for being forgotten.
	 */
	private final TreeSet<ChatQueue> schedule = new TreeSet<>(ChatQueue.BY_DUE);

	/**
	 * Those whose first could go, if it were not for the bot's own pace.
	 */
	private final Set<ChatQueue> ready = new LinkedHashSet<>();

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
		this.bot = pacing ? Pace.ofBot() : Pace.any();
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
		ChatQueue queue = this.pacing ? queue(recipient) : this.queues.get(recipient.chat());
		if (queue == null) {
			return Mono.empty();
		}
		long now = now();
		if (!turn.mayWaitForFlood(queue.heldFor(now))) {
			return Mono.error(held(turn, queue.heldFor(now)));
		}
		long wait = Math.max(queue.next(now), this.bot.next(now, this.ready.size())) - now;
		if (turn.time().remaining().toNanos() <= wait) {
			place(queue, now);
			return Mono.error(late(turn));
		}
		queue.add(turn);
		place(queue, now);
		ripen(now);
		if (queue.isFirst(turn) && isNext(queue) && this.bot.next(now, 0) <= now) {
			next(now);
			plan(now);
			return Mono.empty();
		}
		plan(now);
		return await(turn);
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
			ChatQueue queue = queue(recipient);
			queue.remove(turn);
			late = queue.hold(now, demanded);
			held = queue.heldFor(now);
			waits = again && turn.mayWaitForFlood(held);
			if (waits) {
				queue.add(turn);
			}
			place(queue, now);
			plan(now);
		}
		late.forEach((other) -> other.fail(held(other, held)));
		return waits ? await(turn) : null;
	}

	/**
	 * Give up waiting, or let the next go.
	 */
	synchronized void leave(Turn turn) {
		Recipient recipient = turn.recipient();
		ChatQueue queue = (recipient != null) ? this.queues.get(recipient.chat()) : null;
		if (queue != null) {
			queue.remove(turn);
			long now = now();
			place(queue, now);
			plan(now);
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

	private ChatQueue queue(Recipient recipient) {
		return this.queues.computeIfAbsent(recipient.chat(), (chat) -> new ChatQueue(chat, pace(recipient)));
	}

	private Pace pace(Recipient recipient) {
		if (!this.pacing) {
			return Pace.any();
		}
		return recipient.group() ? Pace.ofGroup() : Pace.ofChat();
	}

	/**
	 * Put a queue where it belongs after a change.
	 */
	private void place(ChatQueue queue, long now) {
		this.schedule.remove(queue);
		queue.schedule(now);
		if (queue.isUnderWay()) {
			this.ready.remove(queue);
		}
		else if (queue.isEmpty() || queue.due() > now || !this.ready.contains(queue)) {
			this.ready.remove(queue);
			this.schedule.add(queue);
		}
	}

	/**
	 * Look at those whose time has come.
	 */
	private void ripen(long now) {
		while (!this.schedule.isEmpty() && this.schedule.first().due() <= now) {
			ChatQueue queue = this.schedule.first();
			this.schedule.remove(queue);
			if (queue.isEmpty()) {
				this.queues.remove(queue.chat());
			}
			else {
				this.ready.add(queue);
			}
		}
	}

	private boolean isNext(ChatQueue queue) {
		return !this.ready.isEmpty() && this.ready.iterator().next() == queue;
	}

	private @Nullable Turn next(long now) {
		ripen(now);
		if (this.ready.isEmpty() || this.bot.next(now, 0) > now) {
			return null;
		}
		ChatQueue queue = this.ready.iterator().next();
		this.ready.remove(queue);
		Turn turn = queue.take(now);
		this.bot.take(now, turn.messages());
		place(queue, now);
		return turn;
	}

	/**
	 * Always on the timer: a call that fails at once would let the next go from within.
	 */
	private void wake() {
		List<Turn> next = new ArrayList<>();
		synchronized (this) {
			this.planned = NEVER;
			long now = now();
			for (Turn turn = next(now); turn != null; turn = next(now)) {
				next.add(turn);
			}
			plan(now);
		}
		next.forEach(Turn::go);
	}

	private void plan(long now) {
		long time = this.schedule.isEmpty() ? NEVER : this.schedule.first().due();
		if (!this.ready.isEmpty()) {
			time = Math.min(time, this.bot.next(now, 0));
		}
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
