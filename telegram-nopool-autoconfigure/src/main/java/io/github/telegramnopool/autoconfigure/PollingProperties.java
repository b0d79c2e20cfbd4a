// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationUnit;

/**
 * Properties under {@code telegram.polling}: receiving updates.
 *
 * @since 0.1.0
 */
public final class PollingProperties {

	/**
	 * Whether to ask for updates. By default only if a listener for updates exists.
	 */
	private Mode enabled = Mode.AUTO;

	/**
	 * Time that Telegram holds a request while there is no update, at most 50 seconds. If
	 * a duration suffix is not specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration timeout = Duration.ofSeconds(30);

	/**
	 * Number of updates to ask for at a time, from 1 to 100.
	 */
	private int limit = 100;

	/**
	 * Comma-separated list of the kinds of update to receive. By default those that
	 * listeners exist for.
	 */
	private @Nullable List<String> allowedUpdates;

	/**
	 * Whether to forget, at the start, what came before.
	 */
	private boolean dropPendingUpdates;

	/**
	 * Whether to remove a webhook at the start.
	 */
	private boolean deleteWebhook;

	public Mode getEnabled() {
		return this.enabled;
	}

	public void setEnabled(Mode enabled) {
		this.enabled = enabled;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public int getLimit() {
		return this.limit;
	}

	public void setLimit(int limit) {
		this.limit = limit;
	}

	public @Nullable List<String> getAllowedUpdates() {
		return this.allowedUpdates;
	}

	public void setAllowedUpdates(@Nullable List<String> allowedUpdates) {
		this.allowedUpdates = allowedUpdates;
	}

	public boolean isDropPendingUpdates() {
		return this.dropPendingUpdates;
	}

	public void setDropPendingUpdates(boolean dropPendingUpdates) {
		this.dropPendingUpdates = dropPendingUpdates;
	}

	public boolean isDeleteWebhook() {
		return this.deleteWebhook;
	}

	public void setDeleteWebhook(boolean deleteWebhook) {
		this.deleteWebhook = deleteWebhook;
	}

	/**
	 * When to poll.
	 */
	public enum Mode {

		/**
		 * If a listener for updates exists.
		 */
		AUTO,

		/**
		 * Always.
		 */
		TRUE,

		/**
		 * Never.
		 */
		FALSE

	}

}
