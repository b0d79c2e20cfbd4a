// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The chats that matter to {@link FloodControl}, which guards them, and whose turn is
 * next: a chat is ready when its own time has come, and those that are ready go in the
 * order in which they became so.
 */
final class ChatQueues {

	private final boolean pacing;

	private final Pace bot;

	private final Map<String, ChatQueue> queues = new HashMap<>();

	/**
	 * Those that wait for a time, also for being forgotten.
	 */
	private final TreeSet<ChatQueue> schedule = new TreeSet<>(ChatQueue.BY_DUE);

	private final Set<ChatQueue> ready = new LinkedHashSet<>();

	/**
	 * Create without chats.
	 * @param pacing whether messages may only go at the pace that Telegram tells
	 */
	ChatQueues(boolean pacing) {
		this.pacing = pacing;
		this.bot = pacing ? Pace.ofBot() : Pace.any();
	}

	/**
	 * Find the queue that a message has to join.
	 * @return the queue, or {@code null} if the message can go
	 */
	@Nullable ChatQueue find(Recipient recipient) {
		return this.pacing ? get(recipient) : this.queues.get(recipient.chat());
	}

	ChatQueue get(Recipient recipient) {
		return this.queues.computeIfAbsent(recipient.chat(), (chat) -> new ChatQueue(chat, pace(recipient)));
	}

	private Pace pace(Recipient recipient) {
		if (!this.pacing) {
			return Pace.any();
		}
		return recipient.group() ? Pace.ofGroup() : Pace.ofChat();
	}

	/**
	 * The earliest time at which a message could go that joins a queue now.
	 */
	long earliest(ChatQueue queue, long now) {
		return Math.max(queue.next(now), this.bot.next(now, this.ready.size()));
	}

	/**
	 * Put a queue where it belongs after a change.
	 */
	void place(ChatQueue queue, long now) {
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
	 * Whether the next to go is this one and no other.
	 */
	boolean isNext(ChatQueue queue, Turn turn, long now) {
		return first(now) == queue && queue.isFirst(turn);
	}

	/**
	 * Let the next go.
	 * @return its turn, or {@code null} if nobody may go yet
	 */
	@Nullable Turn next(long now) {
		ChatQueue queue = first(now);
		if (queue == null) {
			return null;
		}
		this.ready.remove(queue);
		Turn turn = queue.take(now);
		this.bot.take(now, turn.messages());
		place(queue, now);
		return turn;
	}

	private @Nullable ChatQueue first(long now) {
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
		return (this.ready.isEmpty() || this.bot.next(now, 0) > now) ? null : this.ready.iterator().next();
	}

	/**
	 * The time at which somebody may go or be forgotten.
	 */
	long nextChange(long now) {
		long due = this.schedule.isEmpty() ? Long.MAX_VALUE : this.schedule.first().due();
		return this.ready.isEmpty() ? due : Math.min(due, this.bot.next(now, 0));
	}

	int size() {
		return this.queues.size();
	}

}
