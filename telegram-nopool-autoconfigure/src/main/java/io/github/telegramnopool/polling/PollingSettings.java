// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a poller polls.
 *
 * @param enabled whether to poll, or {@code null} to poll only if somebody listens
 * @param timeout the time that Telegram holds a request while there is no update, at most
 * 50 seconds
 * @param limit the number of updates to ask for at a time, 1 to 100
 * @param allowedUpdates the kinds of update to receive, or {@code null} for those that
 * somebody listens for
 * @param dropPendingUpdates whether to forget what came before the start
 * @param deleteWebhook whether to remove a webhook at the start
 * @param margin the time that a request may take beyond {@code timeout}
 * @param shutdownTimeout the time for stopping
 * @since 0.1.0
 */
public record PollingSettings(@Nullable Boolean enabled, Duration timeout, int limit,
		@Nullable List<String> allowedUpdates, boolean dropPendingUpdates, boolean deleteWebhook, Duration margin,
		Duration shutdownTimeout) {

	/**
	 * What the server makes of anything longer.
	 */
	public static final Duration MAX_TIMEOUT = Duration.ofSeconds(50);

	public PollingSettings {
		Assert.isTrue(timeout.compareTo(MAX_TIMEOUT) <= 0, "'timeout' must not be over 50 seconds");
		Assert.isTrue(limit >= 1 && limit <= 100, "'limit' must be between 1 and 100");
	}

	/**
	 * Hard deadline of a long poll.
	 */
	Duration longPollDeadline() {
		return this.timeout.plus(this.margin);
	}

}
