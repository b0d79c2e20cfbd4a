// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The updates that were received and are not yet confirmed, in the order in which they
 * came.
 * <p>
 * Telegram knows a single number: asking from an offset confirms all before it. So the
 * offset moves over the updates that are handled without a gap, and no further. Updates
 * behind an unhandled one are served again with each request and recognised here.
 */
final class UpdateWindow {

	/**
	 * A request returns no more than 100 updates from its offset, so nothing new can be
	 * seen behind as many.
	 */
	static final int CAPACITY = 100;

	private static final int REMEMBERED = 1000;

	private static final Duration HANDLED = Duration.ofSeconds(Long.MIN_VALUE);

	/**
	 * When each was received, or {@link #HANDLED}.
	 */
	private final Map<Long, Duration> receivedById = new LinkedHashMap<>();

	/**
	 * Let go of lately: a server or proxy that repeats itself is recognised.
	 */
	private final Set<Long> recent = Collections.newSetFromMap(new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
			return size() > REMEMBERED;
		}

	});

	private final PollerTime time;

	private long offset;

	private int unhandled;

	UpdateWindow(PollerTime time) {
		this.time = time;
	}

	/**
	 * Add an update.
	 * @return {@code false} if it is known already
	 */
	synchronized boolean add(long id) {
		boolean added = !this.recent.contains(id) && this.receivedById.putIfAbsent(id, this.time.now()) == null;
		this.unhandled += added ? 1 : 0;
		return added;
	}

	/**
	 * Note that an update is handled. Whoever waits is woken only by one that he may be
	 * waiting for.
	 */
	synchronized void handled(long id) {
		if (isUnhandled(this.receivedById.replace(id, HANDLED))) {
			this.unhandled--;
			if (this.unhandled == 0 || this.receivedById.keySet().iterator().next() == id) {
				notifyAll();
			}
		}
	}

	/**
	 * Forget an update that nobody has taken.
	 */
	synchronized void forget(long id) {
		if (isUnhandled(this.receivedById.remove(id))) {
			this.unhandled--;
		}
	}

	private static boolean isUnhandled(@Nullable Duration received) {
		return received != null && !received.equals(HANDLED);
	}

	/**
	 * Let go of what is handled without a gap. Only while no request is under way: its
	 * answer may repeat what was unconfirmed when it was made.
	 * @return the offset for the next request, 0 if nothing was handled yet
	 */
	synchronized long advance() {
		Iterator<Map.Entry<Long, Duration>> entries = this.receivedById.entrySet().iterator();
		while (entries.hasNext()) {
			Map.Entry<Long, Duration> entry = entries.next();
			if (isUnhandled(entry.getValue())) {
				break;
			}
			this.offset = entry.getKey() + 1;
			this.recent.add(entry.getKey());
			entries.remove();
		}
		return this.offset;
	}

	/**
	 * Begin from another offset, with nothing received.
	 */
	synchronized void reset(long offset) {
		this.receivedById.clear();
		this.unhandled = 0;
		this.offset = offset;
	}

	synchronized int size() {
		return this.receivedById.size();
	}

	synchronized int unhandled() {
		return this.unhandled;
	}

	/**
	 * The time since the oldest of those was received that are not yet handled, or
	 * {@code null} if there is none.
	 */
	synchronized @Nullable Duration oldestUnhandled() {
		Duration now = this.time.now();
		return this.receivedById.values()
			.stream()
			.filter(UpdateWindow::isUnhandled)
			.findFirst()
			.map(now::minus)
			.orElse(null);
	}

	/**
	 * Wait until all is handled.
	 * @param timeout the longest time to wait
	 */
	synchronized void awaitHandled(Duration timeout) throws InterruptedException {
		Duration end = this.time.now().plus(timeout);
		while (this.unhandled > 0) {
			Duration left = end.minus(this.time.now());
			if (left.isNegative() || left.isZero()) {
				return;
			}
			this.time.await(this, left);
		}
	}

	/**
	 * Wait until the oldest update is handled.
	 * @param timeout the longest time to wait
	 */
	synchronized void awaitProgress(Duration timeout) throws InterruptedException {
		Duration end = this.time.now().plus(timeout);
		while (!this.receivedById.isEmpty() && isUnhandled(this.receivedById.values().iterator().next())) {
			Duration left = end.minus(this.time.now());
			if (left.isNegative() || left.isZero()) {
				return;
			}
			this.time.await(this, left);
		}
	}

}
