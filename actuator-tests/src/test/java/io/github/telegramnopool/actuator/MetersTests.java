// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Prometheus scrapes of a bot.
 */
@Tag("long")
class MetersTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void tellsOfUpdatesCallsAndConnections() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(EchoBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "Hi");
			OperatedBot.await().until(() -> this.telegram.bot(OperatedBot.ID).pending() == 0);
			OperatedBot.await()
				.until(() -> Samples.of(bot)
					.value("telegram_updates_total", "kind=\"message\"", "outcome=\"handled\"") == 1);
			Samples samples = Samples.of(bot);
			assertThat(samples.value("telegram_update_seconds_count", "kind=\"message\"", "outcome=\"handled\""))
				.isEqualTo(1);
			assertThat(samples.value("telegram_update_lag_seconds_count", "kind=\"message\"")).isEqualTo(1);
			assertThat(samples.value("telegram_api_call_seconds_count", "method=\"sendMessage\"", "outcome=\"success\"",
					"phase=\"response\""))
				.isEqualTo(1);
			assertThat(samples.names("telegram_api_call_seconds_count", "method=\"getUpdates\"")).isEmpty();
			for (String phase : List.of("waiting", "dns", "tcp", "request", "first_byte", "body")) {
				assertThat(samples.value("telegram_connection_phase_seconds_count", "phase=\"" + phase + "\""))
					.as(phase)
					.isPositive();
			}
			assertThat(samples.value("telegram_connection_phase_seconds_count", "phase=\"first_byte\""))
				.as("of calls alone")
				.isEqualTo(1);
			assertThat(samples.value("telegram_connections_opened_total")).isGreaterThanOrEqualTo(3);
			assertThat(samples.value("telegram_connections_closed_total")).isPositive();
			assertThat(samples.value("telegram_connections_open")).isPositive();
			assertThat(samples.value("telegram_calls_waiting")).isZero();
			assertThat(samples.value("telegram_polling_last_success_age_seconds")).isBetween(0.0, 30.0);
			assertThat(samples.value("telegram_polling_consecutive_failures")).isZero();
			assertThat(samples.value("telegram_polling_state", "state=\"running\"")).isEqualTo(1);
			assertThat(samples.value("telegram_polling_state", "state=\"failing\"")).isZero();
		}
	}

	@Test
	void tellsOfTrouble() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(StuckBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "one");
			this.telegram.bot(OperatedBot.ID).write(42, "two");
			OperatedBot.await().until(() -> Samples.of(bot).value("telegram_updates_unhandled") == 2);
			OperatedBot.await().until(() -> Samples.of(bot).value("telegram_updates_oldest_age_seconds") > 0.1);
			this.telegram.script(ScriptedFault.on("getUpdates").status(502).body("<html>").always().build());
			OperatedBot.await().until(() -> Samples.of(bot).value("telegram_polling_consecutive_failures") > 0);
			assertThat(Samples.of(bot).value("telegram_polling_state", "state=\"failing\"")).isEqualTo(1);
			bot.bean(StuckBot.class).leave.countDown();
		}
	}

	@Test
	void observationsCanBeSwitchedOffAndMetersRemain() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram)
			.with("management.observations.enable.telegram", "false")
			.run(EchoBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "Hi");
			OperatedBot.await().until(() -> Samples.of(bot).value("telegram_updates_total") == 1);
			bot.bean(BlockingTelegramBotApi.class).getMe();
			assertThat(Samples.of(bot).names("telegram_api_call_seconds_count")).isEmpty();
			assertThat(Samples.of(bot).names("telegram_update_seconds_count")).isEmpty();
		}
	}

	static class EchoBot {

		@EventListener
		SendMessage echo(MessageEvent event) {
			return SendMessage.of(event.message().chat().id(), "You said: " + event.message().text());
		}

	}

	static class StuckBot {

		private final CountDownLatch leave = new CountDownLatch(1);

		@EventListener
		void hear(MessageEvent event) throws InterruptedException {
			this.leave.await();
		}

	}

}
