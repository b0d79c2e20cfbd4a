// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.ReplyFailedEvent;
import io.github.telegramnopool.api.method.AnswerCallbackQuery;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F43: a button was pressed so long ago that it can't be answered any more.
 */
class F43OldQueryTests {

	private static final String TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid";

	@Test
	void isTheReplysAffairOnly() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").run(ButtonBot.class)) {
			ButtonBot listener = bot.bean(ButtonBot.class);
			await().until(() -> telegram.simulator().polls() == 1);
			telegram.simulator()
				.script(ScriptedFault.on("answerCallbackQuery")
					.status(400)
					.body("{\"ok\":false,\"error_code\":400,\"description\":\"%s\"}".formatted(TOO_OLD))
					.build());
			telegram.peer().push(query("old"));
			telegram.peer().push(query("new"));
			await().until(() -> telegram.peer().pending() == 0);
			assertThat(listener.heard).containsExactly("old", "new");
			assertThat(listener.failures).singleElement()
				.satisfies((failure) -> assertThat(failure.exception()).isInstanceOf(BadRequestException.class)
					.hasMessageContaining("query is too old"));
			assertThat(telegram.simulator().executed("answerCallbackQuery")).isEqualTo(1);
			assertThat(telegram.simulator().received("answerCallbackQuery")).isEqualTo(2);
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	private static String query(String data) {
		return """
				{"callback_query":{"id":"1","chat_instance":"1","data":"%s",
				"from":{"id":42,"is_bot":false,"first_name":"U"}}}""".formatted(data);
	}

	static class ButtonBot {

		final List<String> heard = new CopyOnWriteArrayList<>();

		final List<ReplyFailedEvent> failures = new CopyOnWriteArrayList<>();

		@EventListener
		AnswerCallbackQuery pressed(CallbackQueryEvent event) {
			this.heard.add(String.valueOf(event.callbackQuery().data()));
			return AnswerCallbackQuery.of(event.callbackQuery().id());
		}

		@EventListener
		void failed(ReplyFailedEvent event) {
			this.failures.add(event);
		}

	}

}
