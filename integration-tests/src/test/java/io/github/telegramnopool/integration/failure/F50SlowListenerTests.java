// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slow listener stops everybody, or fills the memory.
 */
class F50SlowListenerTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aSlowListenerHoldsUpItsChatAndInTheEndThePoller() {
		List<String> texts = IntStream.range(0, 150).mapToObj((number) -> "slow " + number).toList();
		try (RunningBot bot = this.telegram.settings("http").run(SlowBot.class); OperatorLog log = OperatorLog.open()) {
			SlowBot listener = bot.bean(SlowBot.class);
			eventually().until(() -> this.telegram.simulator().polls() == 1);
			texts.subList(0, 50).forEach((text) -> this.telegram.peer().write(42, text));
			this.telegram.peer().write(43, "other");
			eventually().until(() -> listener.heard.size() == 2);
			texts.subList(50, 150).forEach((text) -> this.telegram.peer().write(42, text));
			eventually().until(() -> bot.status().state() == PollerState.BLOCKED);
			int polls = this.telegram.simulator().received("getUpdates");
			Awaitility.await()
				.during(Duration.ofSeconds(2))
				.atMost(Duration.ofSeconds(10))
				.until(() -> this.telegram.simulator().received("getUpdates") == polls);
			assertThat(bot.status().unhandled()).as("no more than that is in memory").isLessThanOrEqualTo(100);
			assertThat(this.telegram.peer().pending()).isEqualTo(151);
			assertThat(log.warnings()).singleElement().asString().contains("until a listener ends", "SlowBot.on");
			assertThat(listener.heard).containsExactlyInAnyOrder("slow 0", "other");
			listener.leave.countDown();
			eventually().until(() -> this.telegram.peer().pending() == 0);
			assertThat(listener.heard.stream().filter((text) -> text.startsWith("slow")).toList()).isEqualTo(texts);
			assertThat(listener.threads).allMatch((thread) -> thread.startsWith("telegram-listener-"));
		}
	}

	@Test
	void listenersThatNeverEndAreLeftToThemselves() {
		try (RunningBot bot = this.telegram.settings("http")
			.with("telegram.dispatch.concurrency", 2)
			.with("telegram.dispatch.listener-timeout", "500ms")
			.with("telegram.dispatch.shutdown-timeout", "1s")
			.run(StuckBot.class); OperatorLog log = OperatorLog.open()) {
			StuckBot listener = bot.bean(StuckBot.class);
			this.telegram.peer().write(1, "stuck");
			this.telegram.peer().write(1, "behind");
			this.telegram.peer().write(2, "stuck");
			this.telegram.peer().write(3, "other");
			eventually().until(() -> this.telegram.peer().pending() == 0);
			assertThat(listener.heard).containsExactlyInAnyOrder("stuck", "stuck", "behind", "other");
			assertThat(listener.failures).hasSize(2);
			assertThat(log.warnings()).filteredOn((line) -> line.contains("ignores that it was interrupted"))
				.hasSize(2)
				.allMatch((line) -> line.contains("StuckBot.on") && line.contains("telegram-listener-"));
			listener.leave.countDown();
		}
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(20));
	}

	static class SlowBot {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		private final List<String> threads = new CopyOnWriteArrayList<>();

		private final CountDownLatch leave = new CountDownLatch(1);

		@EventListener
		void on(MessageEvent event) throws InterruptedException {
			this.heard.add(String.valueOf(event.message().text()));
			this.threads.add(Thread.currentThread().getName());
			if (event.message().chat().id() == 42) {
				this.leave.await();
			}
		}

	}

	static class StuckBot {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		private final List<UpdateFailedEvent> failures = new CopyOnWriteArrayList<>();

		private final CountDownLatch leave = new CountDownLatch(1);

		@EventListener
		void on(MessageEvent event) {
			this.heard.add(String.valueOf(event.message().text()));
			while ("stuck".equals(event.message().text())) {
				try {
					this.leave.await();
					return;
				}
				catch (InterruptedException ex) {
					// Stuck
				}
			}
		}

		@EventListener
		void failed(UpdateFailedEvent event) {
			this.failures.add(event);
		}

	}

}
