// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationUnit;

/**
 * Properties under {@code telegram.flood}: flood limits.
 *
 * @since 0.1.0
 */
public final class FloodProperties {

	/**
	 * Whether to repeat a call that came too often after the time that Telegram names.
	 */
	private boolean autoRetry = true;

	/**
	 * Longest time to wait for that. If a duration suffix is not specified, seconds will
	 * be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration maxWait = Duration.ofSeconds(60);

	/**
	 * Whether messages wait, within their deadline, so that no more than 30 a second
	 * leave the bot, three in three seconds a chat, and 20 a minute a group.
	 */
	private boolean pacing;

	public boolean isAutoRetry() {
		return this.autoRetry;
	}

	public void setAutoRetry(boolean autoRetry) {
		this.autoRetry = autoRetry;
	}

	public Duration getMaxWait() {
		return this.maxWait;
	}

	public void setMaxWait(Duration maxWait) {
		this.maxWait = maxWait;
	}

	public boolean isPacing() {
		return this.pacing;
	}

	public void setPacing(boolean pacing) {
		this.pacing = pacing;
	}

}
