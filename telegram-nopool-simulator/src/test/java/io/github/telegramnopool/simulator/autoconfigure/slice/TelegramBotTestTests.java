// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is in the context of a slice.
 */
@TelegramBotTest
class TelegramBotTestTests {

	@Autowired
	private TelegramConversation conversation;

	private long user;

	@BeforeEach
	void remember(TelegramConversation conversation) {
		this.user = conversation.user().id();
	}

	@Test
	void hasAllComponentsButWebControllers(ApplicationContext context) {
		assertThat(context.getBeansOfType(GreetingBot.class)).hasSize(1);
		assertThat(context.getBeansOfType(MenuBot.class)).hasSize(1);
		assertThat(context.getBeansOfType(MenuPage.class)).isEmpty();
	}

	@Test
	void reachesTheSimulatorByPlainHttp(@Autowired TelegramConnectionDetails details, TelegramSimulator simulator,
			ApplicationContext context) {
		assertThat(details.getBaseUrl()).isEqualTo(simulator.url());
		assertThat(details.getProxy()).isNull();
		assertThat(context.getBeansOfType(FaultProxy.class)).isEmpty();
	}

	@Test
	void fieldAndParameterAreTheSameConversation(TelegramConversation conversation,
			@Autowired TelegramConversation autowired) {
		assertThat((Object) conversation).isSameAs(this.conversation).isSameAs(autowired);
		assertThat(conversation.user().id()).isEqualTo(this.user);
		assertThat(conversation.chat().id()).isEqualTo(this.user);
	}

	@Nested
	class Inside {

		@Test
		void talksToo() {
			assertThat(TelegramBotTestTests.this.conversation.write("/start")).answers("Hello in private");
		}

	}

	@Nested
	@TelegramBotTest(GreetingBot.class)
	class WithNamedComponents {

		@Test
		void hasNoOthers(ApplicationContext context, TelegramConversation conversation) {
			assertThat(context.getBeansOfType(GreetingBot.class)).hasSize(1);
			assertThat(context.getBeansOfType(MenuBot.class)).isEmpty();
			assertThat(conversation.write("/menu")).saysNothing();
			assertThat(conversation.write("/start")).answers("Hello in private");
		}

	}

}
