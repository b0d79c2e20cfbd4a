// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How fast messages may go: what all of some windows allow.
 *
 * @param windows the windows, none for any pace
 * @see <a href=
 * "https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Limits</a>
 */
record Pace(List<SlidingWindow> windows) {

	static Pace any() {
		return new Pace(List.of());
	}

	static Pace ofBot() {
		return new Pace(List.of(new SlidingWindow(30, Duration.ofSeconds(1))));
	}

	/**
	 * One message a second, of which Telegram lets short bursts pass: an answer often has
	 * two or three.
	 */
	static Pace ofChat() {
		return new Pace(List.of(new SlidingWindow(3, Duration.ofSeconds(3))));
	}

	static Pace ofGroup() {
		return new Pace(
				List.of(new SlidingWindow(3, Duration.ofSeconds(3)), new SlidingWindow(20, Duration.ofMinutes(1))));
	}

	long next(long now, int ahead) {
		return latest(now, (window) -> window.next(now, ahead));
	}

	void take(long now, int messages) {
		this.windows.forEach((window) -> window.take(now, messages));
	}

	/**
	 * Time from which on it is as good as new.
	 */
	long idleFrom() {
		return latest(0, SlidingWindow::idleFrom);
	}

	private long latest(long earliest, ToLongFunction<SlidingWindow> time) {
		return Math.max(earliest, this.windows.stream().mapToLong(time).max().orElse(earliest));
	}

}
