// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.error.ChatMigratedException;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F39: a group has become a supergroup.
 */
class F39MigratedChatTests {

	private static final long GROUP = -4242;

	private static final long SUPERGROUP = -1001234567890L;

	@Test
	void callerIsToldTheNewChatAndCanSendToIt() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").run()) {
			telegram.simulator().script(ScriptedFault.on("sendMessage").status(400).body("""
					{"ok":false,"error_code":400,
					"description":"Bad Request: group chat was upgraded to a supergroup chat",
					"parameters":{"migrate_to_chat_id":%d}}""".formatted(SUPERGROUP)).build());
			SendMessage message = SendMessage.of(GROUP, "Hi");
			Message sent = bot.api()
				.sendMessage(message)
				.onErrorResume(ChatMigratedException.class,
						(ex) -> bot.api().sendMessage(message.toBuilder().chatId(ChatId.of(ex.newChatId())).build()))
				.block();
			assertThat(sent).extracting((result) -> result.chat().id()).isEqualTo(SUPERGROUP);
			assertThat(telegram.simulator().requests()).extracting((request) -> request.parameters().get("chat_id"))
				.as("nothing is sent elsewhere without the caller")
				.containsExactly("" + GROUP, "" + SUPERGROUP);
		}
	}

}
