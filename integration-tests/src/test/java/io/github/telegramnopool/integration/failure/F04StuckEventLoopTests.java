// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F04: the watchdog looks at polls and at nothing else.
 */
@Tag("long")
class F04StuckEventLoopTests {

	/**
	 * Twice the deadline of a poll: its timeout, the three phases of a connection, and
	 * ten seconds.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(2 * (1000 + 500 + 500 + 500 + 10_000));

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void pollsAreReplacedWhileSendingStillWorks() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http")
			.with("telegram.polling.timeout", "1s")
			.with("telegram.http.connect-timeout", "500ms")
			.with("telegram.http.proxy-timeout", "500ms")
			.with("telegram.http.tls-timeout", "500ms"), StuckEventLoop.class)) {
			StuckEventLoop stuck = bot.bot().bean(StuckEventLoop.class);
			stuck.block();
			long began = System.nanoTime();
			this.telegram.peer().write(42, "anybody there?");
			ListeningBot.await().pollInterval(Duration.ofMillis(500)).atMost(PATIENCE.plusSeconds(8)).until(() -> {
				bot.bot().blockingApi().sendMessage(SendMessage.of(43, "alive"));
				return bot.heard().contains("anybody there?");
			});
			Duration deaf = Duration.ofNanos(System.nanoTime() - began);
			assertThat(deaf).isBetween(PATIENCE.minusSeconds(2), PATIENCE.plusSeconds(8));
			bot.awaitState(PollerState.RUNNING);
			assertThat(bot.lines("has been stuck")).singleElement().asString().startsWith("WARN");
			int polls = this.telegram.simulator().received("getUpdates");
			stuck.release();
			// What was given up neither asks nor is heard of again
			ListeningBot.await().until(() -> this.telegram.simulator().received("getUpdates") > polls + 2);
			assertThat(bot.heard()).containsExactly("anybody there?");
			assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.filteredOn("telegram-poller"::equals)
				.hasSize(1);
		}
	}

}
