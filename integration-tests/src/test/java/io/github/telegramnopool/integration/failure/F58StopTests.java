// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F58: the application is told to stop, whatever the bot is doing.
 */
class F58StopTests {

	private static final Duration IDLE = Duration.ofSeconds(1);

	private static final Duration SLACK = Duration.ofMillis(500);

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void stopsWhileItIsToldToWait() {
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").retryAfter(60).build());
		try (RunningBot bot = this.telegram.settings("http").run(EchoBot.class)) {
			await().until(() -> bot.status().state() == PollerState.FAILING);
			assertStopsWithin(bot, IDLE);
		}
	}

	@Test
	void stopsWithAReplyThatIsToldToWait() {
		this.telegram.simulator().script(ScriptedFault.on("sendMessage").retryAfter(50).build());
		try (RunningBot bot = this.telegram.settings("http")
			.with("telegram.dispatch.shutdown-timeout", "1s")
			.run(EchoBot.class)) {
			this.telegram.peer().write(42, "Hi");
			await().until(() -> this.telegram.simulator().received("sendMessage") == 1);
			assertStopsWithin(bot, Duration.ofSeconds(2));
		}
		assertThat(this.telegram.peer().pending()).as("comes again").isEqualTo(1);
	}

	@Test
	void endsCallsThatWaitForTheirTurn() {
		List<CompletableFuture<?>> calls;
		try (RunningBot bot = this.telegram.settings("http").with("telegram.flood.pacing", true).run()) {
			calls = Stream.generate(() -> bot.api().sendMessage(SendMessage.of(42, "Hi")).toFuture())
				.limit(10)
				.<CompletableFuture<?>>map((call) -> call)
				.toList();
			await().until(() -> this.telegram.simulator().received("sendMessage") == 3);
			long began = System.nanoTime();
			bot.close();
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
		}
		assertThat(calls).allMatch(CompletableFuture::isDone);
		assertThat(calls.get(9)).isCompletedExceptionally();
	}

	@Test
	void startsAndStopsAHundredTimes() {
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			int threads = threads().size();
			for (int i = 0; i < 100; i++) {
				bot.poller().stop();
				assertThat(bot.poller().isRunning()).isFalse();
				bot.poller().start();
				if (i % 10 == 0) {
					await().until(() -> bot.status().state() == PollerState.RUNNING);
				}
			}
			this.telegram.peer().write(42, "Hi");
			await().untilAsserted(() -> assertThat(this.telegram.peer().transcript(42)).hasSize(2));
			assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
			await().untilAsserted(() -> assertThat(threads()).hasSizeLessThanOrEqualTo(threads + 10));
		}
	}

	@Test
	void leavesNoThreadBehind() {
		for (int i = 0; i < 3; i++) {
			try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
				this.telegram.peer().write(42 + i, "Hi");
				int chat = 42 + i;
				await().untilAsserted(() -> assertThat(this.telegram.peer().transcript(chat)).hasSize(2));
				assertThat(threads()).filteredOn((thread) -> !thread.isDaemon())
					.as("keeps the JVM alive")
					.extracting(Thread::getName)
					.containsExactly("telegram-poller");
			}
			await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(threads()).isEmpty());
		}
	}

	private static void assertStopsWithin(RunningBot bot, Duration budget) {
		long began = System.nanoTime();
		bot.poller().stop();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(budget.plus(SLACK));
	}

	/**
	 * Those that the bot has started.
	 */
	private static Collection<Thread> threads() {
		return Thread.getAllStackTraces().keySet().stream().filter((thread) -> isOurs(thread.getName())).toList();
	}

	private static boolean isOurs(String name) {
		return name.startsWith("telegram-") && !name.startsWith("telegram-simulator");
	}

}
