// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.FailureKind;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F33: another instance polls for the same bot.
 */
class F33RivalInstanceTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void twoInstancesWageNoWarAndTheOneThatStaysGoesOn() {
		try (ListeningBot first = ListeningBot.run(settings("127.0.0.1"))) {
			ListeningBot.await().until(() -> this.telegram.polls() == 1);
			// For this JVM a server of its own
			try (RunningBot second = settings("localhost").run(ListeningBot.Ear.class)) {
				first.awaitState(PollerState.CONFLICT);
				Instant lost = Instant.now();
				assertThat(first.status().lastFailureKind()).isEqualTo(FailureKind.CONFLICT);
				assertThat(first.status().lastFailure()).contains("another instance");
				ListeningBot.await().until(() -> second.status().lastFailureKind() == FailureKind.CONFLICT);
				// The one that lost asks again, but not at once
				ListeningBot.await().until(() -> !polls("127.0.0.1", lost).isEmpty());
				assertThat(Duration.between(lost, polls("127.0.0.1", lost).get(0)))
					.isGreaterThan(Duration.ofSeconds(3));
				assertThat(this.telegram.received("getWebhookInfo")).isGreaterThanOrEqualTo(2);
			}
			this.telegram.bot(RunningBot.ID).write(42, "Hi");
			first.awaitHeard("Hi");
			first.awaitState(PollerState.RUNNING);
			assertThat(first.log().traces()).isEmpty();
			assertThat(first.lines("another instance")).isNotEmpty().first().asString().startsWith("INFO");
		}
	}

	private List<Instant> polls(String host, Instant after) {
		return this.telegram.requests()
			.stream()
			.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
			.filter((request) -> String.valueOf(request.headers().get("host")).startsWith(host))
			.map(RecordedRequest::time)
			.filter((time) -> time.isAfter(after))
			.toList();
	}

	private RunningBot.Settings settings(String host) {
		return RunningBot.settings().with("telegram.base-url", "http://" + host + ":" + this.telegram.port());
	}

}
