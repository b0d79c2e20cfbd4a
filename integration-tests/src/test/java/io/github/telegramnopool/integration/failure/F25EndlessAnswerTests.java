// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * F25: an answer that drips for ever is given up at the deadline, though it never stops.
 */
class F25EndlessAnswerTests {

	private static final Duration DRIP = Duration.ofMillis(150);

	private static final Duration SLACK = Duration.ofSeconds(6);

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void pollEndsByItsDeadlineAndItsUpdateComesAgain() {
		this.telegram.peer().write(7, "in drops");
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").execute().delayPerByte(DRIP).build());
		try (RunningBot bot = this.telegram.settings("http")
			.with("telegram.polling.timeout", "1s")
			.with("telegram.http.connect-timeout", "300ms")
			.with("telegram.http.proxy-timeout", "300ms")
			.with("telegram.http.tls-timeout", "2s")
			.run(HeardTexts.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			long began = System.nanoTime();
			// 1 s of the poll, 2.6 s for a connection, 10 s for the answer
			await().atMost(Duration.ofSeconds(14).plus(SLACK)).until(() -> bot.status().consecutiveFailures() == 1);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(10));
			assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
			assertThat(HeardTexts.of(bot)).isEmpty();
			await().atMost(SLACK).until(() -> HeardTexts.of(bot).contains("in drops"));
			assertThat(HeardTexts.of(bot)).hasSize(1);
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

	@Test
	void callEndsByItsDeadlineAndIsNotRepeated() {
		try (RunningBot bot = this.telegram.settings("socks5").with("telegram.http.call-timeout", "3s").run()) {
			bot.blockingApi().getMe();
			this.telegram.simulator()
				.script(ScriptedFault.on("sendMessage").always().execute().delayPerByte(DRIP).build());
			long began = System.nanoTime();
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> bot.blockingApi().sendMessage(SendMessage.of(7, "Once")))
				.withMessageContaining("not answered within");
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(2800),
					Duration.ofSeconds(3).plus(SLACK));
			assertThat(this.telegram.simulator().executed("sendMessage")).isEqualTo(1);
			await().atMost(Duration.ofSeconds(3)).until(() -> this.telegram.proxy().open() == 0);
		}
	}

}
