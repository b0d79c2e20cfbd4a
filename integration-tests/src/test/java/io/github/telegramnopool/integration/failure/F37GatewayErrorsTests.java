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
 * F37: what Telegram's gateways answer in place of the Bot API is told as it is, and is
 * tried again at a pace.
 */
class F37GatewayErrorsTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void tellsEachGatewayErrorAsOneAndGoesOn() {
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").always().status(502).build());
		this.telegram.peer().write(7, "behind the gateway");
		try (RunningBot bot = this.telegram.settings("http").run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			for (int status : new int[] { 502, 503, 504, 530 }) {
				poller.fail(ScriptedFault.on("getUpdates").always().status(status).build());
				assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
				assertThat(bot.status().lastFailure()).contains("HTTP " + status + " (text/html")
					.doesNotContain("Json")
					.doesNotContain("Unexpected character")
					.doesNotContain("<html>");
			}
			poller.fail(ScriptedFault.on("getUpdates").always().status(500).build());
			assertThat(bot.status().lastFailure()).contains("HTTP 500 (application/json");
			poller.fail(ScriptedFault.on("getUpdates").always().status(502).body("").build());
			assertThat(bot.status().lastFailure()).contains("HTTP 502").contains("0 bytes");
			assertThat(log.traces()).isEmpty();
			poller.heal();
			await().until(() -> HeardTexts.of(bot).contains("behind the gateway"));
		}
	}

	@Test
	void survivesAStormAndTheStallBehindIt() {
		try (RunningBot bot = this.telegram.settings("socks5")
			.with("telegram.polling.timeout", "1s")
			.with("telegram.http.connect-timeout", "300ms")
			.with("telegram.http.proxy-timeout", "300ms")
			.with("telegram.http.tls-timeout", "1s")
			.run(HeardTexts.class); OperatorLog log = OperatorLog.open()) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			int before = this.telegram.simulator().received("getUpdates");
			this.telegram.simulator().script(ScriptedFault.on("getUpdates").times(3).status(502).build());
			this.telegram.simulator().script(ScriptedFault.on("getUpdates").never().build());
			this.telegram.peer().write(7, "after the storm");
			await().atMost(Duration.ofSeconds(15)).until(() -> bot.status().consecutiveFailures() == 3);
			await().atMost(Duration.ofSeconds(30)).until(() -> bot.status().consecutiveFailures() == 4);
			await().atMost(Duration.ofSeconds(30)).until(() -> HeardTexts.of(bot).contains("after the storm"));
			// The one that was under way, three of the storm, the stall, and the rest
			assertThat(this.telegram.simulator().received("getUpdates") - before).isLessThan(9);
			List<Instant> polls = this.telegram.simulator()
				.requests()
				.stream()
				.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
				.map(RecordedRequest::time)
				.toList();
			// Pauses of 1, 2 and 4 s, a fifth shorter at most
			assertThat(Duration.between(polls.get(before), polls.get(before + 3)))
				.isGreaterThan(Duration.ofMillis(5500));
			assertThat(log.warnings()).singleElement().asString().contains("hears nothing, trying on");
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

}
