// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;

/**
 * How many connections a webhook may have, and how fast new ones may come
 * ({@code WebhookActor::create_new_connections}): one in two seconds, and no second one,
 * unless an update was taken in the last ten seconds. Guarded by its bot.
 */
final class WebhookConnections {

	private static final long HEALTHY_FOR = Duration.ofSeconds(10).toNanos();

	private final RateLimit whileHealthy;

	private final RateLimit whileNot;

	private final Timer timer;

	private final int max;

	private int open;

	private int used;

	private long lastSuccess;

	WebhookConnections(Timer timer, int max) {
		this.timer = timer;
		this.max = max;
		this.lastSuccess = timer.nanoTime() - 2 * HEALTHY_FOR;
		this.whileHealthy = new RateLimit().limit(Duration.ofMillis(500), 10);
		this.whileNot = new RateLimit().limit(Duration.ofSeconds(2), 1);
	}

	/**
	 * How long to wait for a connection, in nanoseconds.
	 * @param lanes how many could be used
	 */
	long delay(int lanes) {
		if (this.used < this.open) {
			return 0;
		}
		boolean healthy = isHealthy();
		if (this.open >= (healthy ? Math.min(this.max, lanes) : 1)) {
			// Wakes up earlier when one gets free or is closed
			return HEALTHY_FOR;
		}
		return (healthy ? this.whileHealthy : this.whileNot).delay(this.timer.nanoTime());
	}

	/**
	 * Use an open connection, or a new one.
	 */
	void use() {
		if (this.used == this.open) {
			(isHealthy() ? this.whileHealthy : this.whileNot).add(this.timer.nanoTime());
			this.open++;
		}
		this.used++;
	}

	void free() {
		this.used--;
	}

	void closed() {
		this.open = Math.max(this.open - 1, this.used);
	}

	void succeeded() {
		this.lastSuccess = this.timer.nanoTime();
	}

	private boolean isHealthy() {
		return this.timer.nanoTime() - this.lastSuccess <= HEALTHY_FOR;
	}

}
