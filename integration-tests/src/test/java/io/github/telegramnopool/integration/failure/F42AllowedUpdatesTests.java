// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.ChatMemberEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F42: what a bot was allowed to receive stays at the server, also what another program
 * has asked for.
 */
class F42AllowedUpdatesTests {

	private static final String CHAT = "{\"id\":-5,\"type\":\"group\",\"title\":\"G\"}";

	private static final String USER = "{\"id\":42,\"is_bot\":false,\"first_name\":\"U\"}";

	private static final String MEMBER = "{\"status\":\"member\",\"user\":" + USER + "}";

	private static final String CHANGE = "{\"chat\":" + CHAT + ",\"from\":" + USER + ",\"date\":1,\"old_chat_member\":"
			+ MEMBER + ",\"new_chat_member\":" + MEMBER + "}";

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@BeforeEach
	void anotherProgramWantsMessagesOnly() {
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
		}
		// Else the next bot's poll could be taken for this one's
		await().until(() -> this.telegram.simulator().polls() == 0);
		assertThat(this.telegram.peer().push("{\"my_chat_member\":" + CHANGE + "}")).isZero();
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { EverythingBot.class, UnknownBot.class })
	void listenerForAnythingGetsTelegramsDefaultBack(Class<?> listener) {
		try (RunningBot bot = this.telegram.settings("socks5").run(listener)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			assertThat(this.telegram.peer().push("{\"my_chat_member\":" + CHANGE + "}")).isPositive();
			assertThat(this.telegram.peer().push("{\"chat_member\":" + CHANGE + "}")).isZero();
			await().until(() -> this.telegram.peer().pending() == 0);
		}
	}

	@Test
	void listenerForWhatIsNotSentByDefaultGetsIt() {
		try (RunningBot bot = this.telegram.settings("socks5").run(MemberBot.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			assertThat(this.telegram.peer().push("{\"chat_member\":" + CHANGE + "}")).isPositive();
			await().untilAsserted(() -> assertThat(bot.bean(MemberBot.class).heard).hasSize(1));
		}
	}

	@Test
	void everyPollNamesTheKindsAsAList() {
		try (RunningBot bot = this.telegram.settings("socks5")
			.with("telegram.polling.timeout", "1s")
			.run(MemberBot.class)) {
			int before = this.telegram.simulator().requests().size();
			await().until(() -> this.telegram.simulator().requests().size() >= before + 4);
			assertThat(this.telegram.simulator().requests().stream().skip(before))
				.filteredOn((request) -> request.method().equals("getUpdates"))
				.isNotEmpty()
				.allSatisfy((request) -> assertThat(request.parameters()).containsEntry("allowed_updates",
						"[\"chat_member\"]"));
		}
	}

	static class EverythingBot {

		@EventListener
		void hear(UpdateEvent event) {
		}

	}

	static class UnknownBot {

		@EventListener
		void hear(UnknownUpdateEvent event) {
		}

	}

	static class MemberBot {

		final List<ChatMemberEvent> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(ChatMemberEvent event) {
			this.heard.add(event);
		}

	}

}
