// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;

import static org.awaitility.Awaitility.await;

/**
 * Makes a bot meet one fault after the other without the pauses that it keeps between its
 * tries.
 */
final class ImpatientPoller {

	static final String PLAIN_HOST = "plain.telegram.test";

	private final TelegramBehindProxy telegram;

	private final RunningBot bot;

	ImpatientPoller(TelegramBehindProxy telegram, RunningBot bot) {
		this.telegram = telegram;
		this.bot = bot;
	}

	/**
	 * Settings of a bot that reaches the simulator through the proxy but without TLS.
	 */
	static RunningBot.Settings withoutTls(TelegramBehindProxy telegram, String scheme) {
		telegram.proxy().route(PLAIN_HOST, telegram.simulator().port());
		return RunningBot.settings()
			.with("telegram.base-url", "http://" + PLAIN_HOST)
			.with("telegram.proxy.url", telegram.proxy().url(scheme));
	}

	/**
	 * Let each request fail in a way from now on, and wait until one has.
	 */
	void fail(ScriptedFault fault) {
		this.telegram.simulator().clearScript();
		this.telegram.simulator().script(fault);
		int before = this.bot.status().consecutiveFailures();
		pollAgain();
		await().pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.bot.status().consecutiveFailures() > before);
	}

	void heal() {
		this.telegram.simulator().clearScript();
		pollAgain();
	}

	/**
	 * A command wakes the poller from its pause.
	 */
	void pollAgain() {
		this.bot.poller().pause();
		this.bot.poller().resume();
	}

}
