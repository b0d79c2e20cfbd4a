// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.Journal;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A restart replays what was handled already.
 */
class F46ReplayTests {

	private static final List<String> BATCH = IntStream.rangeClosed(1, 10)
		.mapToObj((number) -> (number == 5) ? "wait" : "message " + number)
		.toList();

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aStopInTheMiddleOfABatchReplaysNothing() throws Exception {
		Journal journal = new Journal(this.directory.resolve("journal"));
		BATCH.forEach((text) -> this.telegram.peer().write(42, text));
		try (ChildBot bot = start(journal)) {
			eventually().until(() -> journal.entries("begun").contains("wait"));
			CompletableFuture<Duration> ended = CompletableFuture.supplyAsync(() -> terminate(bot));
			eventually().until(() -> journal.entries().contains("closing"));
			journal.open("wait");
			assertThat(ended.join()).isLessThan(Duration.ofSeconds(10));
		}
		int confirmed = journal.entries("handled").size();
		assertThat(confirmed).isGreaterThanOrEqualTo(5);
		assertThat(this.telegram.peer().pending()).isEqualTo(BATCH.size() - confirmed);
		try (ChildBot bot = start(journal)) {
			eventually().until(() -> this.telegram.peer().pending() == 0);
			assertThat(journal.entries("begun")).as(bot::output).isEqualTo(BATCH);
			assertThat(journal.entries("handled")).isEqualTo(BATCH);
		}
	}

	@Test
	void aKillInTheMiddleOfABatchReplaysNoMoreThanThatAndLosesNothing() throws Exception {
		Journal journal = new Journal(this.directory.resolve("journal"));
		BATCH.forEach((text) -> this.telegram.peer().write(42, text));
		try (ChildBot bot = start(journal)) {
			eventually().until(() -> journal.entries("begun").contains("wait"));
			bot.kill();
		}
		assertThat(journal.entries("handled")).isEqualTo(BATCH.subList(0, 4));
		assertThat(this.telegram.peer().pending()).isGreaterThanOrEqualTo(6);
		try (ChildBot bot = start(journal)) {
			eventually().until(() -> this.telegram.peer().pending() == 0);
			List<String> again = journal.entries("handled").subList(4, journal.entries("handled").size());
			assertThat(again).as(bot::output).hasSizeBetween(6, 10);
			assertThat(again).isEqualTo(BATCH.subList(BATCH.size() - again.size(), BATCH.size()));
		}
	}

	@Test
	void aConfirmationThatFailsCostsAReplayAndNothingElse() {
		CountDownLatch leave = new CountDownLatch(1);
		RunningBot bot = this.telegram.settings("http").run(HeldBot.class);
		HeldBot held = bot.bean(HeldBot.class);
		held.leave = leave;
		this.telegram.peer().write(42, "held");
		eventually().until(() -> held.heard.contains("held"));
		this.telegram.proxy().refuseConnections();
		this.telegram.proxy().resetLive();
		leave.countDown();
		long began = System.nanoTime();
		bot.close();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
		assertThat(this.telegram.peer().pending()).isEqualTo(1);
		this.telegram.proxy().acceptConnections();
		this.telegram.peer().write(42, "next");
		try (RunningBot after = this.telegram.settings("http").run(HeldBot.class)) {
			eventually().until(() -> this.telegram.peer().pending() == 0);
			assertThat(after.bean(HeldBot.class).heard).containsExactly("held", "next");
		}
	}

	private ChildBot start(Journal journal) throws IOException {
		Map<String, Object> properties = new LinkedHashMap<>(this.telegram.settings("http").properties());
		properties.remove("spring.main.register-shutdown-hook");
		properties.put("journal", journal.file());
		return ChildBot.run(this.directory, DeliveryApplication.class, properties);
	}

	private static Duration terminate(ChildBot bot) {
		try {
			return bot.terminate();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(40));
	}

	static class HeldBot {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		private volatile CountDownLatch leave = new CountDownLatch(0);

		@EventListener
		void on(MessageEvent event) throws InterruptedException {
			this.heard.add(String.valueOf(event.message().text()));
			this.leave.await();
		}

	}

}
