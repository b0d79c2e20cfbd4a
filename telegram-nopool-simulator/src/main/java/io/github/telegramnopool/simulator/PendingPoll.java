package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

/**
 * A long poll that waits for its first update.
 */
final class PendingPoll {

	final int offset;

	final int limit;

	final CompletableFuture<Reply> query;

	private @Nullable ScheduledFuture<?> wakeUp;

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

	void wakeBy(@Nullable ScheduledFuture<?> wakeUp) {
		cancelWakeUp();
		this.wakeUp = wakeUp;
	}

	void cancelWakeUp() {
		if (this.wakeUp != null) {
			this.wakeUp.cancel(false);
		}
	}

}
