// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The updates of one bot, as {@code TQueue} keeps them. Guarded by its bot.
 */
final class UpdateQueue {

	static final int MAX_UPDATES = 100_000;

	static final int MAX_UPDATE_SIZE = 512 * 1024;

	static final int MAX_SIZE = 128 * 1024 * 1024;

	private static final int MAX_ANSWER_SIZE = 4 * 1024 * 1024;

	private static final int FUTURE = 10;

	private final TreeMap<Integer, QueuedUpdate> updates = new TreeMap<>();

	private final long bot;

	private final SimulatorClock clock;

	private final HistoryListener history;

	private int next;

	private int bytes;

	/**
	 * No update expires earlier.
	 */
	private long firstExpiry = Long.MAX_VALUE;

	private int served;

	private int confirmed;

	UpdateQueue(int firstId, long bot, SimulatorClock clock, HistoryListener history) {
		this.next = firstId;
		this.bot = bot;
		this.clock = clock;
		this.history = history;
	}

	/**
	 * Queue an update. What does not fit is dropped without a word.
	 * @param expiresAt the last second since the epoch in which it is served
	 * @return its id, or 0 if it was dropped
	 */
	int add(String kind, JsonNode value, long expiresAt) {
		QueuedUpdate update = QueuedUpdate.of(this.next, kind, value, expiresAt);
		if (size() >= MAX_UPDATES || update.size() > MAX_UPDATE_SIZE || this.bytes > MAX_SIZE - update.size()) {
			return 0;
		}
		this.updates.put(this.next, update);
		this.bytes += update.size();
		this.firstExpiry = Math.min(this.firstExpiry, expiresAt);
		return this.next++;
	}

	/**
	 * Answer a poll: forget what the offset confirms and read on from there. An offset
	 * far from the queue's ids confirms nothing ({@code TQueue::get}).
	 */
	List<QueuedUpdate> read(int offset, int limit) {
		if (offset < 0) {
			keepLast(-(long) offset);
		}
		else if (offset > 0 && isNear(offset)) {
			forgetBefore(offset);
		}
		forgetExpired();
		List<QueuedUpdate> batch = batch(limit);
		served(batch);
		return batch;
	}

	/**
	 * The first update behind an id, without serving it.
	 */
	@Nullable QueuedUpdate behind(int id) {
		forgetExpired();
		Map.Entry<Integer, QueuedUpdate> entry = this.updates.higherEntry(id);
		return (entry != null) ? entry.getValue() : null;
	}

	/**
	 * Note that updates were put into an answer, or sent to a webhook.
	 */
	void served(List<QueuedUpdate> batch) {
		if (!batch.isEmpty()) {
			this.served = batch.get(batch.size() - 1).id();
			this.history.happened(
					new HistoryEvent.Served(this.bot, batch.stream().map((update) -> (long) update.id()).toList()));
		}
	}

	/**
	 * Forget an update that a webhook has taken.
	 */
	void confirm(int id) {
		QueuedUpdate update = this.updates.remove(id);
		if (update != null) {
			this.bytes -= update.size();
			this.confirmed = Math.max(this.confirmed, id);
			this.history.happened(new HistoryEvent.Confirmed(this.bot, id));
		}
	}

	/**
	 * Forget an update that nobody will get.
	 */
	void drop(int id) {
		QueuedUpdate update = this.updates.remove(id);
		this.bytes -= (update != null) ? update.size() : 0;
	}

	void clear() {
		this.updates.clear();
		this.bytes = 0;
		this.firstExpiry = Long.MAX_VALUE;
	}

	void restartAt(int id) {
		if (size() > 0) {
			throw new IllegalStateException("Ids can restart only while no update waits; %d do. Confirm them first."
				.formatted(this.updates.size()));
		}
		this.next = id;
	}

	/**
	 * Id of the first update that waits, or else of the next one to come.
	 */
	int head() {
		return this.updates.isEmpty() ? this.next : this.updates.firstKey();
	}

	int size() {
		forgetExpired();
		return this.updates.size();
	}

	int served() {
		return this.served;
	}

	int confirmed() {
		return this.confirmed;
	}

	private boolean isNear(int offset) {
		return offset <= (long) this.next + FUTURE && offset >= head() - MAX_UPDATES;
	}

	private void keepLast(long count) {
		while (this.updates.size() > count) {
			confirm(this.updates.firstKey());
		}
	}

	private void forgetBefore(int offset) {
		while (!this.updates.isEmpty() && this.updates.firstKey() < offset) {
			confirm(this.updates.firstKey());
		}
	}

	/**
	 * Forget what has expired, if anything can have ({@code TQueue::run_gc}).
	 */
	private void forgetExpired() {
		long now = this.clock.seconds();
		if (this.firstExpiry >= now) {
			return;
		}
		this.firstExpiry = Long.MAX_VALUE;
		Iterator<QueuedUpdate> iterator = this.updates.values().iterator();
		while (iterator.hasNext()) {
			QueuedUpdate update = iterator.next();
			if (update.isExpired(now)) {
				iterator.remove();
				this.bytes -= update.size();
			}
			else {
				this.firstExpiry = Math.min(this.firstExpiry, update.expiresAt());
			}
		}
	}

	/**
	 * What fits into an answer ({@code JsonUpdates}).
	 */
	private List<QueuedUpdate> batch(int limit) {
		List<QueuedUpdate> batch = new ArrayList<>(Math.min(limit, this.updates.size()));
		int left = MAX_ANSWER_SIZE;
		Iterator<QueuedUpdate> iterator = this.updates.values().iterator();
		while (iterator.hasNext() && batch.size() < limit) {
			QueuedUpdate update = iterator.next();
			left -= update.size() + 50;
			if (left <= 0) {
				break;
			}
			batch.add(update);
		}
		return batch;
	}

}
