package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A long poll that waits for its first update.
 */
final class PendingPoll {

	final int offset;

	final int limit;

	final CompletableFuture<Reply> query;

	private Runnable cancelWakeUp = () -> {
	};

	private @Nullable Long firstUpdateAt;

	PendingPoll(int offset, int limit, CompletableFuture<Reply> query) {
		this.offset = offset;
		this.limit = limit;
		this.query = query;
	}

	/**
	 * Note that an update has arrived.
	 * @return when the first of them did
	 */
	long updateArrivedAt(long now) {
		if (this.firstUpdateAt == null) {
			this.firstUpdateAt = now;
		}
		return this.firstUpdateAt;
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
