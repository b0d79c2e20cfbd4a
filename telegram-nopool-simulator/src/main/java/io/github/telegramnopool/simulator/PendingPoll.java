// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A long poll that waits for its first update.
 */
final class PendingPoll {

	/**
	 * {@code LONG_POLL_WAIT_AFTER}: updates that come together are served together.
	 */
	static final Duration WAIT_AFTER = Duration.ofMillis(1);

	/**
	 * {@code LONG_POLL_MAX_DELAY}, counted from the first of them.
	 */
	private static final Duration MAX_DELAY = Duration.ofMillis(2);

	final int offset;

	final int limit;

	final CompletableFuture<Reply> query;

	private Runnable cancelWakeUp = () -> {
	};

	private @Nullable Long firstUpdateAt;

	private long lastUpdateAt;

	PendingPoll(int offset, int limit, CompletableFuture<Reply> query) {
		this.offset = offset;
		this.limit = limit;
		this.query = query;
	}

	/**
	 * Note that an update has arrived.
	 * @return whether it is the first
	 */
	boolean updateArrived(long now) {
		this.lastUpdateAt = now;
		if (this.firstUpdateAt != null) {
			return false;
		}
		this.firstUpdateAt = now;
		return true;
	}

	/**
	 * How long more may come before the answer is due.
	 */
	Duration untilDue(long now) {
		if (this.firstUpdateAt == null) {
			return Duration.ZERO;
		}
		long due = Math.min(this.lastUpdateAt + WAIT_AFTER.toNanos(), this.firstUpdateAt + MAX_DELAY.toNanos());
		return Duration.ofNanos(Math.max(0, due - now));
	}

	/**
	 * Wait for another wake-up in place of the one before.
	 * @param cancel cancels it
	 */
	void wakeBy(Runnable cancel) {
		cancelWakeUp();
		this.cancelWakeUp = cancel;
	}

	void cancelWakeUp() {
		this.cancelWakeUp.run();
	}

}
