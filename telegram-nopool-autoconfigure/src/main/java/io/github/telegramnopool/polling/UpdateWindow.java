package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

	private final Map<Long, Boolean> handledById = new LinkedHashMap<>();

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
		boolean added = !this.recent.contains(id) && this.handledById.putIfAbsent(id, false) == null;
		this.unhandled += added ? 1 : 0;
		return added;
	}

	/**
	 * Note that an update is handled. Whoever waits is woken only by one that he may be
	 * waiting for.
	 */
	synchronized void handled(long id) {
		if (Boolean.FALSE.equals(this.handledById.replace(id, true))) {
			this.unhandled--;
			if (this.unhandled == 0 || this.handledById.keySet().iterator().next() == id) {
				notifyAll();
			}
		}
	}

	/**
	 * Forget an update that nobody has taken.
	 */
	synchronized void forget(long id) {
		if (Boolean.FALSE.equals(this.handledById.remove(id))) {
			this.unhandled--;
		}
	}

	/**
	 * Let go of what is handled without a gap. Only while no request is under way: its
	 * answer may repeat what was unconfirmed when it was made.
	 * @return the offset for the next request, 0 if nothing was handled yet
	 */
	synchronized long advance() {
		Iterator<Map.Entry<Long, Boolean>> entries = this.handledById.entrySet().iterator();
		while (entries.hasNext()) {
			Map.Entry<Long, Boolean> entry = entries.next();
			if (!entry.getValue()) {
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
		this.handledById.clear();
		this.unhandled = 0;
		this.offset = offset;
	}

	synchronized int size() {
		return this.handledById.size();
	}

	synchronized int unhandled() {
		return this.unhandled;
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
		while (!this.handledById.isEmpty() && !this.handledById.values().iterator().next()) {
			Duration left = end.minus(this.time.now());
			if (left.isNegative() || left.isZero()) {
				return;
			}
			this.time.await(this, left);
		}
	}

}
