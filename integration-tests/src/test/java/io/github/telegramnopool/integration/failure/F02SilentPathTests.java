// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F02: a path that falls silent at any point ends a poll at the poll's own deadline.
 */
@Tag("long")
class F02SilentPathTests {

	private static final Duration SLACK = Duration.ofSeconds(6);

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void silenceAfterAcceptEndsByTheBudgetOfTheProxy() {
		assertGivesUp(Fault.ignore(), Duration.ofSeconds(1), "opened no tunnel");
	}

	@Test
	void silenceAfterTheTunnelStandsEndsByTheBudgetOfTls() {
		assertGivesUp(Fault.tunnelToNowhere(), Duration.ofSeconds(1), "TLS");
	}

	@Test
	void silenceAfterTheRequestEndsByTheDeadlineOfThePoll() {
		try (RunningBot bot = settings().run(HeardTexts.class); OperatorLog log = OperatorLog.open()) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			this.telegram.proxy().freezeLive();
			int frozen = this.telegram.proxy().tunnels().size() - 1;
			long began = System.nanoTime();
			this.telegram.peer().write(7, "lost on the way");
			await().atMost(Duration.ofSeconds(12).plus(SLACK)).until(() -> bot.status().consecutiveFailures() == 1);
			// 1 s of the poll, 10 s for the answer; the connection stands already
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(10));
			assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
			assertThat(bot.status().lastFailure()).contains("the request was sent but not answered within 11 s");
			assertThat(log.warnings()).singleElement().asString().contains("hears nothing, trying on");
			await().atMost(SLACK).until(() -> this.telegram.proxy().tunnels().get(frozen).closedAt() != null);
			await().atMost(SLACK).until(() -> HeardTexts.of(bot).contains("lost on the way"));
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

	private void assertGivesUp(Fault silence, Duration budget, String reason) {
		try (RunningBot bot = settings().run(HeardTexts.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			this.telegram.proxy().faults().all(silence);
			this.telegram.proxy().resetLive();
			// The first failure is the reset, the second that of a silent connection
			long before = this.telegram.proxy().opened();
			await().atMost(SLACK).until(() -> this.telegram.proxy().opened() > before);
			long began = System.nanoTime();
			await().atMost(budget.plus(SLACK)).until(() -> bot.status().consecutiveFailures() == 2);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(budget.minusMillis(500));
			assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
			// The phase's own time, not that of making a connection as a whole
			assertThat(bot.status().lastFailure()).contains(reason, "within 1 s");
			await().atMost(SLACK).until(() -> this.telegram.proxy().tunnels().get((int) before).closedAt() != null);
			this.telegram.proxy().faults().none();
			this.telegram.peer().write(7, "healed");
			await().atMost(Duration.ofSeconds(6).plus(SLACK)).until(() -> HeardTexts.of(bot).contains("healed"));
		}
	}

	private RunningBot.Settings settings() {
		return this.telegram.settings("http")
			.with("telegram.polling.timeout", "1s")
			.with("telegram.http.connect-timeout", "300ms")
			.with("telegram.http.proxy-timeout", "1s")
			.with("telegram.http.tls-timeout", "1s");
	}

}
