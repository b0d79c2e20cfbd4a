// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.RecordedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F12: an idle bot is quiet, and asks as often as its polls last.
 */
class F12IdlePollTests {

	private static final int POLLS = 3;

	@Test
	void idleBotLogsNothingAndPollsAtThePaceOfItsTimeout() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http").with("telegram.polling.timeout", "3s").run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			await().until(() -> telegram.simulator().polls() == 1);
			int first = telegram.simulator().received("getUpdates");
			await().atMost(Duration.ofSeconds(POLLS * 9))
				.until(() -> telegram.simulator().received("getUpdates") == first + POLLS);
			List<Instant> times = telegram.simulator()
				.requests()
				.stream()
				.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
				.map(RecordedRequest::time)
				.toList();
			Duration took = Duration.between(times.get(times.size() - 1 - POLLS), times.get(times.size() - 1));
			// Each waits for its three seconds, less the server would not allow; what
			// comes in between is a handshake
			assertThat(took).isBetween(Duration.ofMillis(POLLS * 2980), Duration.ofMillis(POLLS * 4000));
			assertThat(log.warnings()).isEmpty();
			assertThat(log.traces()).isEmpty();
			assertThat(bot.status().consecutiveFailures()).isZero();
			assertThat(telegram.proxy().open()).isLessThanOrEqualTo(1);
		}
	}

}
