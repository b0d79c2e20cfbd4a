// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F06: a restart waits for nothing that is stuck.
 */
class F06StuckRestartTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aRestartWaitsForNoPeer() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"))) {
			ListeningBot.await().until(() -> this.telegram.simulator().polls() == 1);
			this.telegram.proxy().freezeLive();
			this.telegram.proxy().faults().all(Fault.ignore());
			assertThat(time(bot.poller()::stop)).isLessThan(Duration.ofSeconds(1));
			bot.poller().start();
			// The network is still away when the new loop begins
			bot.awaitState(PollerState.FAILING);
			this.telegram.proxy().faults().none();
			this.telegram.peer().write(42, "Hi");
			bot.awaitHeard("Hi");
		}
	}

	@Test
	void aRestartGetsEventLoopsThatWork() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http").with("telegram.polling.timeout", "1s"),
				StuckEventLoop.class)) {
			StuckEventLoop stuck = bot.bot().bean(StuckEventLoop.class);
			stuck.block();
			assertThat(time(bot.poller()::stop)).isLessThan(Duration.ofSeconds(2));
			bot.poller().start();
			this.telegram.peer().write(42, "Hi");
			try {
				bot.awaitHeard("Hi");
			}
			finally {
				stuck.release();
			}
		}
	}

	private static Duration time(Runnable work) {
		long began = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - began);
	}

}
