// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.util.function.Consumer;

/**
 * What can happen to a real proxy and behind it.
 */
enum ProxyFault {

	/**
	 * F02 and F10: a tunnel that moves no data, then a proxy that accepts and never
	 * answers.
	 */
	PAUSED("paused", (telegram) -> telegram.proxy().pause(), (telegram) -> telegram.proxy().unpause()),

	/**
	 * F13.
	 */
	RESTARTED("restarted", (telegram) -> telegram.proxy().restart(), (telegram) -> {
	}),

	/**
	 * F13.
	 */
	KILLED("killed, later started", (telegram) -> telegram.proxy().kill(), (telegram) -> telegram.proxy().revive()),

	/**
	 * F09 and F14.
	 */
	TELEGRAM_DOWN("Telegram refuses connections", (telegram) -> telegram.simulator().stop(),
			(telegram) -> telegram.simulator().start()),

	/**
	 * F02 and F09: a tunnel that stands and moves no data, an outbound that is a black
	 * hole.
	 */
	NEXT_STALLED("what is behind it stalled", TelegramBehindRealProxy::stallNext, TelegramBehindRealProxy::resumeNext),

	/**
	 * F09 and F13: an outbound that is dead.
	 */
	NEXT_KILLED("what is behind it killed, later started", TelegramBehindRealProxy::killNext,
			TelegramBehindRealProxy::reviveNext);

	private final String title;

	private final Consumer<TelegramBehindRealProxy> begin;

	private final Consumer<TelegramBehindRealProxy> end;

	ProxyFault(String title, Consumer<TelegramBehindRealProxy> begin, Consumer<TelegramBehindRealProxy> end) {
		this.title = title;
		this.begin = begin;
		this.end = end;
	}

	String title() {
		return this.title;
	}

	boolean appliesTo(TelegramBehindRealProxy telegram) {
		return telegram.hasNext() || (this != NEXT_STALLED && this != NEXT_KILLED);
	}

	/**
	 * How many requests in a row fail until it ends: as many as it takes for the pauses
	 * between them to reach their limit once, as in a long outage.
	 */
	int failures() {
		return switch (this) {
			case RESTARTED -> 0;
			case KILLED -> 6;
			default -> 1;
		};
	}

	void begin(TelegramBehindRealProxy telegram) {
		this.begin.accept(telegram);
	}

	void end(TelegramBehindRealProxy telegram) {
		this.end.accept(telegram);
	}

}
