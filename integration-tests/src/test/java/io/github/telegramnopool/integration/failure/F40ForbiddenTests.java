// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.ReplyFailedEvent;
import io.github.telegramnopool.client.error.ForbiddenException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F40: a user has blocked the bot, or a chat has thrown it out.
 */
class F40ForbiddenTests {

	private static final List<String> TEXTS = List.of("Forbidden: bot was blocked by the user",
			"Forbidden: user is deactivated", "Forbidden: bot was kicked from the group chat",
			"Forbidden: bot was kicked from the supergroup chat", "Forbidden: bot is not a member of the channel chat",
			"Forbidden: the group chat was deleted");

	@Test
	void isTheReplysAffairOnly() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").run(EchoBot.class, Witness.class)) {
			Witness witness = bot.bean(Witness.class);
			for (String text : TEXTS) {
				telegram.simulator()
					.script(ScriptedFault.on("sendMessage")
						.status(403)
						.body("{\"ok\":false,\"error_code\":403,\"description\":\"%s\"}".formatted(text))
						.build());
				telegram.peer().write(42, "Hi");
			}
			await().untilAsserted(() -> assertThat(witness.failures).hasSameSizeAs(TEXTS));
			assertThat(witness.failures).extracting(ReplyFailedEvent::exception)
				.allSatisfy((ex) -> assertThat(ex).isInstanceOfSatisfying(ForbiddenException.class,
						(forbidden) -> assertThat(TEXTS).contains(forbidden.description())));
			telegram.peer().write(43, "Hi");
			await().untilAsserted(() -> assertThat(telegram.peer().transcript(43)).hasSize(2));
			await().until(() -> telegram.peer().pending() == 0);
			assertThat(telegram.simulator().received("sendMessage")).as("no refusal is repeated")
				.isEqualTo(TEXTS.size() + 1);
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
			assertThat(bot.status().consecutiveFailures()).isZero();
		}
	}

	static class Witness {

		final List<ReplyFailedEvent> failures = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ReplyFailedEvent event) {
			this.failures.add(event);
		}

	}

}
