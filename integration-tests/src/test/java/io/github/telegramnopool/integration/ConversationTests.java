// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * A bot answers.
 */
class ConversationTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void repliesThroughTheBeanOfTheApplication() {
		try (RunningBot bot = RunningBot.settings()
			.reaching(this.simulator, "localhost")
			.run(EchoBot.class, OwnApi.class)) {
			SimulatedBot peer = this.simulator.bot(RunningBot.ID);
			peer.write(42, "Hi");
			await().untilAsserted(() -> assertThat(OwnApi.executed).singleElement().isInstanceOf(SendMessage.class));
			assertThat(peer.transcript(42)).hasSize(1);
		}
	}

	@Test
	void answersMessagesAndCommands() {
		try (RunningBot bot = RunningBot.settings().reaching(this.simulator, "localhost").run(EchoBot.class)) {
			SimulatedBot peer = this.simulator.bot(RunningBot.ID);
			peer.write(42, "Hi");
			await().untilAsserted(() -> assertThat(peer.transcript(42)).hasSize(2));
			peer.write(42, "/start now");
			await().untilAsserted(() -> assertThat(peer.transcript(42)).hasSize(4));
			assertThat(peer.transcript(42)).map((message) -> message.path("text").asString())
				.containsExactly("Hi", "You said: Hi", "/start now", "Hello! now");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnApi {

		static final List<BotApiMethod<?>> executed = new CopyOnWriteArrayList<>();

		@Bean(destroyMethod = "")
		TelegramBotApi ownApi() {
			executed.clear();
			TelegramBotApi api = mock(TelegramBotApi.class);
			given(api.execute(any())).willAnswer((call) -> {
				executed.add(call.getArgument(0));
				return Mono.empty();
			});
			return api;
		}

	}

}
