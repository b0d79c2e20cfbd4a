// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.PhaseTimes;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TelegramDoctor} has found.
 *
 * @param route how Telegram is reached, such as {@code via socks5 proxy 127.0.0.1:7897}
 * @param times how long each phase took, up to the one that failed
 * @param username the bot's name if all is well, or {@code null}
 * @param failedIn the phase that failed, or {@code null} if all is well
 * @param finding what happened and what to do about it, or {@code null} if all is well
 * @since 0.1.0
 */
public record Diagnosis(String route, PhaseTimes times, @Nullable String username, @Nullable Phase failedIn,
		@Nullable String finding) {

	/**
	 * Whether the bot can talk to Telegram.
	 * @return whether every phase went well
	 */
	public boolean isHealthy() {
		return this.failedIn == null;
	}

	/**
	 * The diagnosis in one line.
	 * @return a line such as
	 * {@code @name via socks5 proxy 127.0.0.1:7897: tcp 1 ms, proxy
	 * 40 ms, tls 90 ms, first byte 60 ms}
	 */
	@Override
	public String toString() {
		return isHealthy() ? "@%s %s: %s".formatted(this.username, this.route, this.times)
				: "Failed in phase %s %s (%s): %s".formatted(this.failedIn, this.route, this.times, this.finding);
	}

}
