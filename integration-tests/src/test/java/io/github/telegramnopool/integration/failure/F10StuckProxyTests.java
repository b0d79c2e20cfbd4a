// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F10: a proxy that accepts connections and never says a word.
 */
class F10StuckProxyTests {

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void isGivenUpInTimeAndUsedAgainLater(String scheme) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			telegram.proxy().faults().all(Fault.ignore());
			try (RunningBot bot = telegram.settings(scheme)
				.with("telegram.http.proxy-timeout", "700ms")
				.run(EchoBot.class)) {
				telegram.peer().write(42, "Are you there?");
				await().until(() -> bot.status().consecutiveFailures() >= 1);
				assertThat(bot.status().lastFailure()).contains("not sent (PROXY)", scheme + " proxy 127.0.0.1",
						"opened no tunnel within 700 ms", "It is stuck");
				telegram.proxy().faults().none();
				await().atMost(Duration.ofSeconds(6))
					.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
				TunnelRecord first = telegram.proxy().tunnels().get(0);
				assertThat(Duration.between(first.openedAt(), first.closedAt())).isBetween(Duration.ofMillis(600),
						Duration.ofMillis(2500));
			}
		}
	}

}
