// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.api.method.DeleteWebhook;
import io.github.telegramnopool.api.method.SetWebhook;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.FailureKind;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F34: a webhook receives the updates.
 */
class F34WebhookTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aWebhookIsToldApartFromAnotherInstanceAndLeftAlone() {
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			ListeningBot.await().until(() -> this.telegram.polls() == 1);
			bot.bot().blockingApi().setWebhook(SetWebhook.of("https://hooks.example.com/secret-path"));
			bot.awaitState(PollerState.CONFLICT);
			assertThat(bot.status().lastFailureKind()).isEqualTo(FailureKind.WEBHOOK);
			ListeningBot.await().until(() -> !bot.lines("hooks.example.com").isEmpty());
			assertThat(bot.lines("hooks.example.com")).singleElement()
				.asString()
				.startsWith("WARN")
				.contains("telegram.polling.delete-webhook")
				.doesNotContain("secret-path");
			bot.skipPause();
			ListeningBot.await().until(() -> bot.status().consecutiveFailures() >= 2);
			assertThat(bot.lines("hooks.example.com")).hasSize(1);
			assertThat(bot.bot().blockingApi().getWebhookInfo().url()).isNotEmpty();
			bot.bot().blockingApi().deleteWebhook(DeleteWebhook.builder().build());
			bot.skipPause();
			this.telegram.bot(RunningBot.ID).write(42, "Hi");
			bot.awaitHeard("Hi");
			bot.awaitState(PollerState.RUNNING);
		}
	}

	@Test
	void aWebhookIsRemovedAtTheStartIfToldSo() {
		try (RunningBot sender = ListeningBot.directly(this.telegram).run()) {
			sender.blockingApi().setWebhook(SetWebhook.of("https://hooks.example.com/"));
		}
		this.telegram.bot(RunningBot.ID).write(42, "kept");
		try (ListeningBot bot = ListeningBot
			.run(ListeningBot.directly(this.telegram).with("telegram.polling.delete-webhook", true))) {
			bot.awaitHeard("kept");
		}
	}

}
