// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.dispatch.ForBot;
import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Conversations with several bots.
 */
@TelegramBotTest(components = SeveralBotsTests.NamingBot.class,
		properties = { "telegram.bots.sales.enabled=true", "telegram.bots.support.enabled=true" })
@Import(SeveralBotsTests.NamingBot.class)
class SeveralBotsTests {

	@Test
	void beginsWithTheFirst(TelegramConversation conversation) {
		assertThat(conversation.write("Hi")).answers("This is sales");
	}

	@Test
	void oneUserTalksToBoth(TelegramConversation conversation) {
		TelegramConversation support = conversation.withBot("support");
		assertThat(support.user().id()).isEqualTo(conversation.user().id());
		assertThat(support.bot().id()).isNotEqualTo(conversation.bot().id());
		assertThat(support.write("Hi")).answers("This is support");
		assertThat(conversation.withBot("sales").write("Hi")).answers("This is sales");
		assertThat(support.write("secret")).saysNothing();
		assertThat(conversation.write("secret")).answers("This is sales").answers("Only sales knows");
	}

	@Test
	void thereHasToBeTheBot(TelegramConversation conversation) {
		assertThatIllegalArgumentException().isThrownBy(() -> conversation.withBot("nobody"))
			.withMessage("There is no bot 'nobody'. There are: sales, support.");
	}

	static class NamingBot {

		@Order(1)
		@EventListener(condition = "#event.message().text() != 'secret' || #event.bot().name() == 'sales'")
		SendMessage name(MessageEvent event) {
			return event.message().answer("This is " + event.bot().name());
		}

		@Order(2)
		@EventListener(condition = "#event.message().text() == 'secret'")
		@ForBot("sales")
		SendMessage secret(MessageEvent event) {
			return event.message().answer("Only sales knows");
		}

	}

}
