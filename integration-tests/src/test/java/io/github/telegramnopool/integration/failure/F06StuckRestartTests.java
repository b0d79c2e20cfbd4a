package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.transport.TelegramHttpClientCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F06: a restart waits for nothing that is stuck.
 */
class F06StuckRestartTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		StuckLoop.LEAVE.countDown();
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
				StuckLoop.class)) {
			StuckLoop.ARMED.set(true);
			ListeningBot.await().until(() -> StuckLoop.ENTERED.getCount() == 0);
			assertThat(time(bot.poller()::stop)).isLessThan(Duration.ofSeconds(2));
			bot.poller().start();
			this.telegram.peer().write(42, "Hi");
			bot.awaitHeard("Hi");
		}
	}

	private static Duration time(Runnable work) {
		long began = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - began);
	}

	/**
	 * Code of a user that blocks an event loop of the poller.
	 */
	@Configuration(proxyBeanMethods = false)
	static class StuckLoop {

		static final AtomicBoolean ARMED = new AtomicBoolean();

		static final CountDownLatch ENTERED = new CountDownLatch(1);

		static final CountDownLatch LEAVE = new CountDownLatch(1);

		@Bean
		TelegramHttpClientCustomizer blocking() {
			return (client) -> client.doOnConnected((connection) -> {
				if (Thread.currentThread().getName().startsWith("telegram-poll-") && ARMED.compareAndSet(true, false)) {
					ENTERED.countDown();
					try {
						LEAVE.await();
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
				}
			});
		}

	}

}
