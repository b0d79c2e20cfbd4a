// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * Brings the updates of one bot to its webhook ({@code WebhookActor}): those of a lane
 * one after the other, lanes beside each other, and each again until it is taken or
 * expires. Guarded by its bot.
 */
final class WebhookDelivery {

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

	private static final int MAX_RETRY_AFTER = 3600;

	/**
	 * {@code WEBHOOK_MAX_RESEND_TIMEOUT}; the longest delay lies between it and twice as
	 * much.
	 */
	private static final int MAX_DELAY = 60;

	/**
	 * {@code WEBHOOK_DROP_TIMEOUT}.
	 */
	private static final long GONE_AFTER = Duration.ofHours(23).toNanos();

	private final Map<Long, Deque<Sending>> lanes = new HashMap<>();

	/**
	 * The first of each lane, unless it is under way.
	 */
	private final TreeSet<Sending> waiting = new TreeSet<>(
			Comparator.<Sending>comparingLong((sending) -> sending.wakeUpAt)
				.thenComparingInt((sending) -> sending.update.id()));

	private final Object guard;

	private final UpdateQueue queue;

	private final Timer timer;

	private final RandomGenerator random;

	private final int maxConnections;

	private final WebhookConnections connections;

	private final Outcome outcome;

	private int loaded;

	private int lastLoaded;

	private long lastOwnLane;

	private @Nullable Long goneSince;

	private Runnable cancelWakeUp = () -> {
	};

	private @Nullable WebhookClient client;

	WebhookDelivery(Object guard, UpdateQueue queue, Timer timer, RandomGenerator random, int maxConnections,
			Outcome outcome) {
		this.guard = guard;
		this.queue = queue;
		this.timer = timer;
		this.random = random;
		this.maxConnections = maxConnections;
		this.connections = new WebhookConnections(timer, maxConnections);
		this.outcome = outcome;
	}

	/**
	 * Begin to deliver.
	 */
	void open(WebhookClient client) {
		this.client = client;
		work();
	}

	/**
	 * End, and cut what is under way.
	 */
	void close() {
		WebhookClient open = this.client;
		this.client = null;
		this.cancelWakeUp.run();
		this.lanes.values().forEach((lane) -> lane.forEach(Sending::giveUp));
		if (open != null) {
			open.close();
		}
	}

	/**
	 * Send what can be sent now.
	 */
	void work() {
		WebhookClient open = this.client;
		if (open == null) {
			return;
		}
		load();
		while (!this.waiting.isEmpty()) {
			Sending next = this.waiting.first();
			long wait = Math.max(next.wakeUpAt - this.timer.nanoTime(), this.connections.delay(this.lanes.size()));
			if (wait > 0) {
				wakeUpIn(wait);
				return;
			}
			this.waiting.remove(next);
			send(open, next);
		}
	}

	void connectionClosed() {
		synchronized (this.guard) {
			this.connections.closed();
			work();
		}
	}

	/**
	 * Take more from the queue, up to twice as many as there can be connections.
	 */
	private void load() {
		if (this.loaded == 0) {
			this.lastLoaded = this.queue.head() - 1;
		}
		while (this.loaded < this.maxConnections * 2) {
			QueuedUpdate update = this.queue.behind(this.lastLoaded);
			if (update == null) {
				return;
			}
			this.lastLoaded = update.id();
			this.loaded++;
			// No chat and no user has such a number
			long lane = (update.lane() != 0) ? update.lane() : Long.MIN_VALUE + ++this.lastOwnLane;
			Deque<Sending> others = this.lanes.computeIfAbsent(lane, (id) -> new ArrayDeque<>());
			Sending sending = new Sending(update, lane, this.timer.nanoTime());
			others.addLast(sending);
			if (others.size() == 1) {
				this.waiting.add(sending);
			}
		}
	}

	private void send(WebhookClient open, Sending sending) {
		this.connections.use();
		this.queue.served(List.of(sending.update));
		int attempt = ++sending.attempts;
		Runnable cancelTimeout = this.timer.schedule(READ_TIMEOUT,
				() -> answered(sending, attempt, WebhookAnswer.none("Read timeout expired")));
		sending.underWay = open.send(sending.update.json(), (answer) -> {
			cancelTimeout.run();
			answered(sending, attempt, answer);
		});
	}

	private void answered(Sending sending, int attempt, WebhookAnswer answer) {
		synchronized (this.guard) {
			if (this.client == null || sending.underWay == null || sending.attempts != attempt) {
				return;
			}
			sending.giveUp();
			this.connections.free();
			if (answer.isOk()) {
				this.goneSince = null;
				this.connections.succeeded();
				this.queue.confirm(sending.update.id());
				next(sending);
				this.outcome.taken(answer);
			}
			else {
				failed(sending, answer);
			}
			work();
		}
	}

	private void failed(Sending sending, WebhookAnswer answer) {
		int delay = sending.delayNext(Math.min(answer.retryAfter(), MAX_RETRY_AFTER),
				this.random.nextInt(MAX_DELAY, 2 * MAX_DELAY + 1));
		if (this.timer.clock().seconds() + delay > sending.update.expiresAt()) {
			this.queue.drop(sending.update.id());
			next(sending);
		}
		else {
			sending.wakeUpAt = this.timer.nanoTime() + Duration.ofSeconds(delay).toNanos();
			this.waiting.add(sending);
		}
		if (answer.error() != null) {
			this.outcome.failed(answer.error());
		}
		if (isGone(answer)) {
			this.outcome.gone();
		}
	}

	/**
	 * Whether the webhook has answered 410, and nothing else, for 23 hours.
	 */
	private boolean isGone(WebhookAnswer answer) {
		if (answer.status() == 0) {
			return false;
		}
		long now = this.timer.nanoTime();
		if (answer.status() != 410) {
			this.goneSince = null;
			return false;
		}
		if (this.goneSince == null) {
			this.goneSince = now;
		}
		return now - this.goneSince > GONE_AFTER;
	}

	/**
	 * Go on with the next update of a lane.
	 */
	private void next(Sending done) {
		Deque<Sending> lane = this.lanes.getOrDefault(done.lane, new ArrayDeque<>());
		lane.pollFirst();
		this.loaded--;
		if (lane.isEmpty()) {
			this.lanes.remove(done.lane);
		}
		else {
			this.waiting.add(lane.getFirst());
		}
	}

	private void wakeUpIn(long nanos) {
		this.cancelWakeUp.run();
		this.cancelWakeUp = this.timer.schedule(Duration.ofNanos(nanos), () -> {
			synchronized (this.guard) {
				work();
			}
		});
	}

	/**
	 * Hears how a webhook does.
	 */
	interface Outcome {

		/**
		 * An update was taken; the answer may hold a call.
		 */
		void taken(WebhookAnswer answer);

		void failed(String error);

		/**
		 * The webhook is to be removed.
		 */
		void gone();

	}

	/**
	 * An update on its way.
	 */
	private static final class Sending {

		private final QueuedUpdate update;

		private final long lane;

		private long wakeUpAt;

		private int delay = 1;

		private int attempts;

		private @Nullable Disposable underWay;

		Sending(QueuedUpdate update, long lane, long wakeUpAt) {
			this.update = update;
			this.lane = lane;
			this.wakeUpAt = wakeUpAt;
		}

		void giveUp() {
			if (this.underWay != null) {
				this.underWay.dispose();
				this.underWay = null;
			}
		}

		/**
		 * How many seconds to wait after a failure: none after the first, then twice as
		 * many each time, or as many as the webhook has asked for
		 * ({@code WebhookActor::on_update_error}).
		 */
		int delayNext(int retryAfter, int most) {
			if (retryAfter > 0 || this.attempts == 1) {
				return retryAfter;
			}
			this.delay = Math.min(most, this.delay * 2);
			return this.delay;
		}

	}

}
