// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.BotAlreadyPolledException;
import io.github.telegramnopool.polling.PollerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F05: a bot never competes with itself.
 */
@ExtendWith(OutputCaptureExtension.class)
class F05SecondPollerTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aSecondContextWithTheSameBotDoesNotStart(CapturedOutput output) {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"))) {
			assertThatExceptionOfType(ApplicationContextException.class)
				.isThrownBy(() -> this.telegram.settings("http").run(ListeningBot.Ear.class))
				.withRootCauseInstanceOf(BotAlreadyPolledException.class);
			assertThat(output).contains("APPLICATION FAILED TO START", "already asks for the updates of bot 4839574812",
					"Close the other context first");
			this.telegram.peer().write(42, "Hi");
			bot.awaitHeard("Hi");
		}
		// A restart in the same JVM, as by devtools
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"))) {
			this.telegram.peer().write(42, "again");
			bot.awaitHeard("again");
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

	@Test
	void aContextThatOnlySendsTakesNoRight() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"));
				var sender = this.telegram.settings("http").run()) {
			assertThat(sender.status().state()).isEqualTo(PollerState.STOPPED);
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	@Test
	void aHundredRestartsNeverOverlap() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("socks5"))) {
			for (int i = 0; i < 100; i++) {
				bot.poller().stop(() -> {
				});
				bot.poller().start();
			}
			this.telegram.peer().write(42, "Hi");
			bot.awaitHeard("Hi");
			assertThat(bot.heard()).containsExactly("Hi");
			ListeningBot.await().until(() -> this.telegram.simulator().polls() == 1);
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.filteredOn((name) -> name.startsWith("telegram-poller") || name.startsWith("telegram-watchdog"))
				.containsExactlyInAnyOrder("telegram-poller", "telegram-watchdog");
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

}
