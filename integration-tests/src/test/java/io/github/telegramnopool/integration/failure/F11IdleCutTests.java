// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F11: something on the way cuts connections that are idle.
 */
@Tag("long")
class F11IdleCutTests {

	private static final Duration IDLE = Duration.ofMillis(2300);

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	private final IdleCutter cutter = new IdleCutter(this.telegram.port(), IDLE);

	@AfterEach
	void stop() {
		this.cutter.close();
		this.telegram.close();
	}

	@Test
	void theThirdCutAfterTheSameTimeIsWorthAHint() {
		try (ListeningBot bot = ListeningBot.run(settings())) {
			ListeningBot.await().until(() -> !bot.lines("cuts connections").isEmpty());
			assertThat(bot.lines("cuts connections")).singleElement()
				.asString()
				.startsWith("WARN")
				.contains("idle for about 2 s", "telegram.polling.timeout");
			int cuts = this.cutter.cuts();
			assertThat(cuts).isBetween(3, 4);
			ListeningBot.await().until(() -> this.cutter.cuts() > cuts + 1);
			assertThat(bot.lines("cuts connections")).hasSize(1);
			assertThat(bot.log().traces()).isEmpty();
			this.telegram.bot(RunningBot.ID).write(42, "Hi");
			bot.awaitHeard("Hi");
			// Nothing is adapted silently
			assertThat(this.telegram.requests())
				.filteredOn((request) -> request.method().equalsIgnoreCase("getUpdates"))
				.extracting((request) -> request.parameters().get("timeout"))
				.containsOnly("30", "0");
		}
	}

	@Test
	void theFirstCutIsRetriedAtOnceAndIsNoOutage() {
		try (ListeningBot bot = ListeningBot.run(settings())) {
			ListeningBot.await().until(() -> this.cutter.cuts() == 1);
			int polls = this.telegram.received("getUpdates");
			ListeningBot.await().atMost(Duration.ofMillis(900)).until(() -> this.telegram.polls() == 1);
			assertThat(polls).isLessThanOrEqualTo(2);
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
			assertThat(bot.log().warnings()).isEmpty();
		}
	}

	private RunningBot.Settings settings() {
		return RunningBot.settings().with("telegram.base-url", "http://127.0.0.1:" + this.cutter.port());
	}

}
