package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The further connections that all calls together may be making, so that an outage is not
 * answered by a storm.
 */
final class HedgeBudget {

	private final int limit;

	private final AtomicInteger taken = new AtomicInteger();

	HedgeBudget(int limit) {
		this.limit = limit;
	}

	boolean take() {
		if (this.taken.incrementAndGet() <= this.limit) {
			return true;
		}
		this.taken.decrementAndGet();
		return false;
	}

	void giveBack() {
		this.taken.decrementAndGet();
	}

}
