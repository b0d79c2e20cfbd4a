// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F36: a 429 on {@code getUpdates} is waited out as told.
 */
class F36FloodedPollTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void waitsAsToldAndGoesOn() {
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").retryAfter(2).build());
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").retryAfter(3).build());
		this.telegram.peer().write(7, "after the flood");
		try (RunningBot bot = this.telegram.settings("socks5").run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			await().until(() -> bot.status().state() == PollerState.FAILING);
			assertThat(bot.status().lastFailure()).contains("retry after 2");
			await().atMost(Duration.ofSeconds(15)).until(() -> HeardTexts.of(bot).contains("after the flood"));
			await().until(() -> bot.status().state() == PollerState.RUNNING);
			List<Instant> polls = this.telegram.simulator()
				.requests()
				.stream()
				.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
				.map(RecordedRequest::time)
				.toList();
			assertThat(Duration.between(polls.get(0), polls.get(1))).isBetween(Duration.ofSeconds(2),
					Duration.ofSeconds(6));
			assertThat(Duration.between(polls.get(1), polls.get(2))).isBetween(Duration.ofSeconds(3),
					Duration.ofSeconds(7));
			assertThat(log.traces()).isEmpty();
		}
	}

	@Test
	void canBeStoppedWhileItWaits() {
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").always().retryAfter(3600).build());
		RunningBot bot = this.telegram.settings("socks5").run(HeardTexts.class);
		await().until(() -> bot.status().state() == PollerState.FAILING);
		long began = System.nanoTime();
		bot.poller().stop();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
		bot.close();
		assertThat(this.telegram.simulator().received("getUpdates")).isEqualTo(1);
	}

}
