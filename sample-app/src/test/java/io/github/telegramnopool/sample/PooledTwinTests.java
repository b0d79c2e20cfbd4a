// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.time.Duration;

import io.github.telegramnopool.simulator.FaultSwitch;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The bot and its pooled twin, side by side under the same fault.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "telegram.token=")
@ContextConfiguration(initializers = SimulatorWithoutToken.class)
// What the last one leaves unanswered, the next twin would have to answer
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PooledTwinTests {

	private static final int ROUNDS = 15;

	private final SimulatedBot bot;

	private final SimulatedBot twinBot;

	private final PooledTwin twin;

	private final FaultSwitch faults;

	@Autowired
	PooledTwinTests(TelegramSimulator simulator, PooledTwin twin, FaultSwitch faults) {
		this.bot = simulator.bot(1_000_001);
		this.twinBot = simulator.bot(PooledTwin.BOT_ID);
		this.twin = twin;
		this.faults = faults;
	}

	@AfterEach
	void heal() {
		this.faults.choose("none");
		this.twin.choose("off");
	}

	@Test
	@Order(1)
	void isOffUntilItIsAskedFor() {
		assertThat(this.twin.chosen()).isEqualTo("off");
		assertThat(this.twinBot.maxPolls()).isZero();
	}

	@Test
	@Order(2)
	void answersWhileTheProxyIsWell() {
		this.twin.choose("on");
		this.twinBot.write(1, "hello");
		await().untilAsserted(() -> assertThat(answers(this.twinBot, 1)).isEqualTo(1));
	}

	@Test
	@Order(3)
	void fallsSilentUnderAFaultThatTheBotSurvives() {
		this.twin.choose("on");
		this.twinBot.write(2, "are you there?");
		await().untilAsserted(() -> assertThat(answers(this.twinBot, 2)).isEqualTo(1));
		this.faults.choose("black-hole-33");
		for (int round = 1; round <= ROUNDS; round++) {
			int expected = round;
			this.twinBot.write(2, "round " + round);
			this.bot.write(2, "round " + round);
			await().atMost(Duration.ofSeconds(40))
				.untilAsserted(() -> assertThat(answers(this.bot, 2)).isEqualTo(expected));
		}
		assertThat(answers(this.twinBot, 2)).isLessThan(1 + ROUNDS);
	}

	private static long answers(SimulatedBot bot, long chat) {
		return bot.transcript(chat).stream().filter(PooledTwinTests::isAnswer).count();
	}

	private static boolean isAnswer(JsonNode message) {
		return message.path("text").asString("").startsWith("You said: ");
	}

}
