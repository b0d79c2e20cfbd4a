// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.simulator.SimulatedUser;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The bots from which the migration guides start do what the one does to which they lead:
 * {@code TeaBotTests} of the sample.
 */
class MigrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	private final TelegramSimulator simulator = TelegramSimulator.builder().strict().build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void fromPengrad() throws IOException {
		try (PeerBot bot = JavaBots.pengradsTea(this.simulator.url().toString(), TOKEN)) {
			servesAndEchoes();
		}
	}

	@Test
	void fromTelegramBots() throws IOException {
		try (PeerBot bot = JavaBots.telegramBotsTea(this.simulator.url().toString(), TOKEN)) {
			servesAndEchoes();
		}
	}

	private void servesAndEchoes() {
		SimulatedUser ada = this.simulator.bot(42).user(7);
		ada.write("/start");
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(said(ada)).containsExactly("/start", "Tea or coffee?"));
		ada.chat().press(ada, 2, "Tea");
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(said(ada)).containsExactly("/start", "Here is your tea"));
		ada.write("What a day");
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(said(ada)).endsWith("What a day", "You said: What a day"));
		assertThat(this.simulator.findings()).isEmpty();
	}

	private static List<String> said(SimulatedUser user) {
		return user.chat().transcript().stream().map((message) -> message.path("text").asString()).toList();
	}

}
