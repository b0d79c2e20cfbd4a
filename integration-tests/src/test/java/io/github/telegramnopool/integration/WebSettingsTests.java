// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The starter in applications of each kind.
 */
class WebSettingsTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@EnumSource(WebApplicationType.class)
	void answersInEveryKindOfApplication(WebApplicationType web) {
		try (RunningBot bot = RunningBot.settings().reaching(this.simulator, "localhost").web(web).run(EchoBot.class)) {
			assertAnswers();
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void listenersRunOnVirtualThreadsWhereBootHasThem() {
		try (RunningBot bot = RunningBot.settings()
			.reaching(this.simulator, "localhost")
			.with("spring.threads.virtual.enabled", true)
			.run(ThreadTeller.class)) {
			assertAnswers();
			assertThat(this.simulator.bot(RunningBot.ID).transcript(42)).last()
				.satisfies((message) -> assertThat(message.path("text").asString()).startsWith("VirtualThread["));
		}
	}

	@Test
	void keepsAnApplicationWithoutWebAlive(@TempDir Path directory) throws IOException, InterruptedException {
		var settings = RunningBot.settings().reaching(this.simulator, "localhost").properties();
		settings.put("spring.main.register-shutdown-hook", "true");
		try (ChildBot bot = ChildBot.run(directory, EchoApplication.class, settings)) {
			// Its main thread has ended long before the second answer
			assertAnswers();
			assertAnswers();
			assertThat(bot.isAlive()).isTrue();
			assertThat(bot.terminate()).isLessThan(Duration.ofSeconds(3));
			assertThat(bot.isAlive()).isFalse();
		}
	}

	static class ThreadTeller {

		@EventListener
		SendMessage tell(MessageEvent event) {
			return SendMessage.of(event.message().chat().id(), Thread.currentThread().toString());
		}

	}

	private void assertAnswers() {
		SimulatedBot peer = this.simulator.bot(RunningBot.ID);
		int before = peer.transcript(42).size();
		peer.write(42, "Hi");
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(peer.transcript(42)).hasSize(before + 2));
	}

}
