// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The messages to one chat that wait, in the order in which they were asked for. Guarded
 * by its {@link FloodControl}.
 */
final class ChatQueue {

	static final Comparator<ChatQueue> BY_DUE = Comparator.<ChatQueue>comparingLong((queue) -> queue.due)
		.thenComparing((queue) -> queue.chat);

	private final String chat;

	private final Pace pace;

	private final TreeSet<Turn> waiting = new TreeSet<>(Comparator.comparingLong(Turn::number));

	private int messages;

	private long heldUntil;

	/**
	 * After Telegram has said that there are too many: all at once would be too many
	 * again.
	 */
	private boolean oneByOne;

	private @Nullable Turn underWay;

	/**
	 * Only changed while no schedule is ordered by it.
	 */
	private long due;

	ChatQueue(String chat, Pace pace) {
		this.chat = chat;
		this.pace = pace;
	}

	String chat() {
		return this.chat;
	}

	boolean isEmpty() {
		return this.waiting.isEmpty();
	}

	boolean isUnderWay() {
		return this.underWay != null;
	}

	boolean isFirst(Turn turn) {
		return !this.waiting.isEmpty() && this.waiting.first() == turn;
	}

	void add(Turn turn) {
		if (this.waiting.add(turn)) {
			turn.begin();
			this.messages += turn.messages();
		}
	}

	void remove(Turn turn) {
		if (this.waiting.remove(turn)) {
			this.messages -= turn.messages();
		}
		if (this.underWay == turn) {
			this.underWay = null;
			this.oneByOne = !this.waiting.isEmpty();
		}
	}

	List<Turn> removeAll() {
		List<Turn> removed = new ArrayList<>(this.waiting);
		removed.forEach(this::remove);
		return removed;
	}

	/**
	 * Let the first go.
	 */
	Turn take(long now) {
		Turn turn = this.waiting.first();
		remove(turn);
		this.pace.take(now, turn.messages());
		this.underWay = this.oneByOne ? turn : null;
		return turn;
	}

	/**
	 * Obey Telegram.
	 * @return those whose time does not allow for that
	 */
	List<Turn> hold(long now, Duration pause) {
		long until = Math.max(this.heldUntil, now + pause.toNanos());
		Duration longer = Duration.ofNanos(until - Math.max(this.heldUntil, now));
		this.heldUntil = until;
		this.oneByOne = true;
		List<Turn> late = this.waiting.stream().filter((turn) -> !turn.mayWaitForFlood(longer)).toList();
		late.forEach(this::remove);
		return late;
	}

	Duration heldFor(long now) {
		return Duration.ofNanos(Math.max(0, this.heldUntil - now));
	}

	/**
	 * The earliest time at which one could go that comes now.
	 */
	long next(long now) {
		return Math.max(this.heldUntil, this.pace.next(now, this.messages));
	}

	/**
	 * Determine when the first may go or, if none waits, when the queue can be forgotten.
	 */
	void schedule(long now) {
		this.due = Math.max(this.heldUntil, isEmpty() ? this.pace.idleFrom() : this.pace.next(now, 0));
	}

	long due() {
		return this.due;
	}

}
