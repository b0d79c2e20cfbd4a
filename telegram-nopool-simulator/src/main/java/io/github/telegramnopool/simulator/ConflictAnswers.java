// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Answers 409: at once if the last such answer is three seconds old, else three seconds
 * later ({@code Client::fail_query_conflict}). Guarded by its bot.
 */
final class ConflictAnswers {

	private static final Duration PAUSE = Duration.ofSeconds(3);

	private final Timer timer;

	private @Nullable Long nextAt;

	ConflictAnswers(Timer timer) {
		this.timer = timer;
	}

	void fail(CompletableFuture<Reply> query, String detail) {
		Reply reply = Reply.error(409, "Conflict: " + detail);
		long now = this.timer.nanoTime();
		if (this.nextAt == null || now - this.nextAt >= 0) {
			this.nextAt = now + PAUSE.toNanos();
			query.complete(reply);
		}
		else {
			this.timer.schedule(PAUSE, () -> query.complete(reply));
		}
	}

}
