// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F20: Telegram's name is not found, at the start or later.
 */
class F20NameNotFoundTests {

	private static final String HOST = "api.telegram.test";

	@Test
	void asksAgainAndTellsOfItInOneLine(@TempDir Path directory) throws IOException {
		HostsFile hosts = new HostsFile(directory);
		try (TelegramSimulator telegram = TelegramSimulator.builder().names(HOST).build().start();
				ChildBot bot = new RunningChild(RunningBot.settings().reaching(telegram, HOST)).run(directory,
						hosts.options())) {
			await().atMost(RunningChild.START).until(() -> bot.output().contains("cannot be resolved"));
			telegram.bot(RunningBot.ID).write(42, "Hi");
			hosts.maps(HOST, "127.0.0.1");
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(telegram.bot(RunningBot.ID).transcript(42)).hasSize(2));
			assertThat(bot.output()).containsOnlyOnce("cannot be resolved")
				.contains("the name of " + HOST + " cannot be resolved, is it right and does this machine have DNS?")
				.doesNotContain("\tat ");
		}
	}

}
