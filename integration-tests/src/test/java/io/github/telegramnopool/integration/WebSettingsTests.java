// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;

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

	private void assertAnswers() {
		SimulatedBot peer = this.simulator.bot(RunningBot.ID);
		int before = peer.transcript(42).size();
		peer.write(42, "Hi");
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(peer.transcript(42)).hasSize(before + 2));
	}

}
