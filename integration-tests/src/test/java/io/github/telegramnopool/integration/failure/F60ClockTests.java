// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F60: a clock that is wrong changes nothing. The JVM's own clock can't be set from here,
 * so Telegram's is; what the poller makes of its own is tested in virtual time.
 */
class F60ClockTests {

	@ParameterizedTest
	@ValueSource(ints = { -1, 1 })
	void hearsATelegramThatLivesOnAnotherDay(int days) {
		Clock clock = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofDays(days));
		try (TelegramSimulator telegram = TelegramSimulator.builder().clock(clock).build().start();
				ListeningBot bot = ListeningBot.run(ListeningBot.directly(telegram))) {
			telegram.bot(RunningBot.ID).write(42, "Hi");
			bot.awaitHeard("Hi");
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
			assertThat(bot.status().lastSuccessAge()).isLessThan(Duration.ofSeconds(20));
			assertThat(bot.log().lines()).isEmpty();
		}
	}

}
