package io.github.telegramnopool.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The updates of one bot, as {@code TQueue} keeps them. Guarded by its bot.
 */
final class UpdateQueue {

	static final int MAX_UPDATES = 100_000;

	static final int MAX_UPDATE_SIZE = 512 * 1024;

	private static final int MAX_ANSWER_SIZE = 4 * 1024 * 1024;

	private static final int FUTURE = 10;

	private final Deque<QueuedUpdate> updates = new ArrayDeque<>();

	private final long bot;

	private final HistoryListener history;

	private int next;

	private int served;

	private int confirmed;

	UpdateQueue(int firstId, long bot, HistoryListener history) {
		this.next = firstId;
		this.bot = bot;
		this.history = history;
	}

	/**
	 * Queue an update. What does not fit is dropped without a word.
	 * @return its id, or 0 if it was dropped
	 */
	int add(String kind, String json, long expiresAt) {
		if (this.updates.size() >= MAX_UPDATES || json.length() > MAX_UPDATE_SIZE) {
			return 0;
		}
		this.updates.addLast(new QueuedUpdate(this.next, kind, json, expiresAt));
		return this.next++;
	}

	/**
	 * Answer a poll: forget what the offset confirms and read on from there. An offset
	 * far from the queue's ids confirms nothing ({@code TQueue::get}).
	 */
	List<QueuedUpdate> read(int offset, int limit, long now) {
		if (offset < 0) {
			keepLast(-(long) offset);
		}
		else if (offset > 0 && isNear(offset)) {
			forgetBefore(offset);
		}
		this.updates.removeIf((update) -> update.expiresAt() <= now);
		List<QueuedUpdate> batch = batch(limit);
		if (!batch.isEmpty()) {
			this.served = batch.get(batch.size() - 1).id();
			this.history.happened(
					new HistoryEvent.Served(this.bot, batch.stream().map((update) -> (long) update.id()).toList()));
		}
		return batch;
	}

	void clear() {
		this.updates.clear();
	}

	void restartAt(int id) {
		if (!this.updates.isEmpty()) {
			throw new IllegalStateException("Ids can restart only while no update waits; %d do. Confirm them first."
				.formatted(this.updates.size()));
		}
		this.next = id;
	}

	int size() {
		return this.updates.size();
	}

	int served() {
		return this.served;
	}

	int confirmed() {
		return this.confirmed;
	}

	private boolean isNear(int offset) {
		int head = this.updates.isEmpty() ? this.next : this.updates.getFirst().id();
		return offset <= (long) this.next + FUTURE && offset >= head - MAX_UPDATES;
	}

	private void keepLast(long count) {
		while (this.updates.size() > count) {
			confirmFirst();
		}
	}

	private void forgetBefore(int offset) {
		while (!this.updates.isEmpty() && this.updates.getFirst().id() < offset) {
			confirmFirst();
		}
	}

	private void confirmFirst() {
		this.confirmed = this.updates.removeFirst().id();
		this.history.happened(new HistoryEvent.Confirmed(this.bot, this.confirmed));
	}

	private List<QueuedUpdate> batch(int limit) {
		List<QueuedUpdate> batch = new ArrayList<>();
		int size = 0;
		Iterator<QueuedUpdate> iterator = this.updates.iterator();
		while (iterator.hasNext() && batch.size() < limit && size <= MAX_ANSWER_SIZE) {
			QueuedUpdate update = iterator.next();
			batch.add(update);
			size += update.size() + 50;
		}
		return batch;
	}

}
