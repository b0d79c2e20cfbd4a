// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.github.telegramnopool.api.event.BotReady;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The poller, from start to stop.
 */
class PollerPromiseTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void neverTwoPollsInFlight() {
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
			for (int i = 0; i < 20; i++) {
				await().until(() -> this.telegram.simulator().polls() == 1);
				if (i % 2 == 0) {
					bot.poller().stop(() -> {
					});
					bot.poller().start();
				}
				else {
					bot.poller().pause();
					bot.poller().resume();
				}
			}
			await().until(() -> this.telegram.simulator().polls() == 1);
			this.telegram.peer().write(42, "Hi");
			await().untilAsserted(() -> assertThat(this.telegram.peer().transcript(42)).hasSize(2));
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
		assertThat(this.telegram.simulator().polls()).isZero();
	}

	@Test
	void stopsWithinItsBudget() {
		stopsWithin(Duration.ofSeconds(1), (bot) -> await().until(() -> this.telegram.simulator().polls() == 1));
		stopsWithin(Duration.ofSeconds(1), (bot) -> {
			long before = this.telegram.proxy().opened();
			this.telegram.proxy().faults().all(Fault.ignore());
			this.telegram.proxy().resetLive();
			await().until(() -> this.telegram.proxy().opened() > before);
		});
		stopsWithin(Duration.ofSeconds(1), (bot) -> {
			this.telegram.proxy().faults().all(Fault.refuse());
			this.telegram.proxy().resetLive();
			// In the pause between two tries
			await().until(() -> bot.status().consecutiveFailures() >= 3);
		});
		stopsWithin(Duration.ofSeconds(1), (bot) -> {
			this.telegram.peer().write(42, "Hi");
			await().until(() -> this.telegram.peer().pending() == 0);
			// What is handled was confirmed by the poll that is under way, and the proxy
			// is stuck
			this.telegram.proxy().faults().all(Fault.ignore());
		});
	}

	private void stopsWithin(Duration budget, Consumer<RunningBot> situation) {
		this.telegram.proxy().faults().none();
		try (RunningBot bot = this.telegram.settings("http").run(EchoBot.class)) {
			await().until(() -> bot.status().state() == PollerState.RUNNING);
			situation.accept(bot);
			long began = System.nanoTime();
			bot.poller().stop();
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(budget.plusMillis(300));
			await().atMost(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
					.doesNotContain("telegram-poller"));
		}
	}

	@Test
	void stopsWithinItsBudgetWithAListenerThatIsStuck() {
		RunningBot bot = this.telegram.settings("http")
			.with("telegram.dispatch.shutdown-timeout", "2s")
			.run(StuckBot.class);
		this.telegram.peer().write(42, "Hi");
		await().until(() -> bot.bean(StuckBot.class).entered.getCount() == 0);
		long began = System.nanoTime();
		bot.poller().stop();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
		bot.close();
		// What was not handled comes again
		assertThat(this.telegram.peer().pending()).isEqualTo(1);
	}

	@Test
	void confirmsWhatIsHandledWhenItStops() {
		try (RunningBot bot = this.telegram.settings("http").run(EchoBot.class)) {
			this.telegram.peer().write(42, "Hi");
			await().untilAsserted(() -> assertThat(this.telegram.peer().transcript(42)).hasSize(2));
		}
		assertThat(this.telegram.peer().pending()).isZero();
	}

	@Test
	void waitsForTheListenerAndConfirmsWhenItStops() {
		RunningBot bot = this.telegram.settings("http").run(SlowBot.class);
		this.telegram.peer().write(42, "Hi");
		SlowBot listener = bot.bean(SlowBot.class);
		await().until(() -> listener.entered.getCount() == 0);
		bot.poller().stop(() -> {
		});
		assertThat(this.telegram.peer().pending()).isEqualTo(1);
		listener.leave.countDown();
		await().until(() -> bot.status().state() == PollerState.STOPPED);
		bot.close();
		assertThat(this.telegram.peer().pending()).isZero();
		assertThat(this.telegram.peer().transcript(42)).hasSize(2);
	}

	@Test
	void oneListenersFailureTouchesNoOther() {
		try (RunningBot bot = this.telegram.settings("socks5").run(FailingBot.class)) {
			this.telegram.peer().write(42, "one");
			this.telegram.peer().write(42, "two");
			FailingBot listeners = bot.bean(FailingBot.class);
			await().untilAsserted(() -> assertThat(listeners.heard).containsExactly("first one", "failing one",
					"last one", "first two", "failing two", "last two"));
			await().until(() -> this.telegram.peer().pending() == 0);
			assertThat(listeners.failures).hasSize(2);
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	@Test
	void sendOnlyBotDoesNotPoll() {
		try (RunningBot bot = this.telegram.settings("socks5").run()) {
			bot.blockingApi().sendMessage(SendMessage.of(42, "Hi"));
			assertThat(bot.poller().isRunning()).isFalse();
			assertThat(this.telegram.simulator().received("getUpdates")).isZero();
			assertThat(this.telegram.simulator().received("getMe")).isZero();
			assertThat(bot.status().state()).isEqualTo(PollerState.STOPPED);
		}
	}

	@Test
	void asksOnlyForWhatListenersWant() {
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			assertThat(this.telegram.simulator().requests())
				.filteredOn((request) -> request.method().equalsIgnoreCase("getUpdates"))
				.isNotEmpty()
				.allSatisfy((request) -> assertThat(request.parameters()).containsEntry("allowed_updates",
						"[\"message\"]"));
		}
	}

	@Test
	void tellsOfAnOutageAndItsEnd() {
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class, Witness.class)) {
			Witness witness = bot.bean(Witness.class);
			await().until(() -> bot.status().state() == PollerState.RUNNING);
			this.telegram.proxy().refuseConnections();
			this.telegram.proxy().resetLive();
			await().until(() -> bot.status().consecutiveFailures() >= 3);
			this.telegram.proxy().acceptConnections();
			await().untilAsserted(() -> assertThat(witness.events).hasSize(3));
			assertThat(witness.events).extracting(Object::getClass)
				.map(Class::getSimpleName)
				.containsExactly("BotReady", "PollingFailing", "PollingRecovered");
		}
	}

	@Test
	void doesNotTakeAQuickAnswerForTheEndOfAConflict() {
		String conflict = "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates request\"}";
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").status(409).body(conflict).build());
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
			await().until(() -> bot.status().state() == PollerState.CONFLICT);
			await().until(() -> this.telegram.simulator().received("getUpdates") == 2);
			assertThat(this.telegram.simulator().requests())
				.filteredOn((request) -> request.method().equalsIgnoreCase("getUpdates"))
				.last()
				.satisfies((request) -> assertThat(request.parameters()).containsEntry("timeout", "30"));
			assertThat(bot.status().state()).isEqualTo(PollerState.CONFLICT);
			this.telegram.peer().write(42, "Hi");
			await().until(() -> bot.status().state() == PollerState.RUNNING);
		}
	}

	@Test
	void goesOnAfterAnswersThatAreNone() {
		String html = "<html><head><title>502 Bad Gateway</title></head></html>";
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").status(502).body(html).build());
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").status(200).body("").build());
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").status(200).body("{\"ok\":true").build());
		try (RunningBot bot = this.telegram.settings("socks5").run(EchoBot.class)) {
			this.telegram.peer().write(42, "Hi");
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.telegram.peer().transcript(42)).hasSize(2));
		}
	}

	static class StuckBot {

		final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch never = new CountDownLatch(1);

		@EventListener
		void stuck(MessageEvent event) throws InterruptedException {
			this.entered.countDown();
			this.never.await();
		}

	}

	static class SlowBot {

		final CountDownLatch entered = new CountDownLatch(1);

		final CountDownLatch leave = new CountDownLatch(1);

		@EventListener
		SendMessage slow(MessageEvent event) throws InterruptedException {
			this.entered.countDown();
			this.leave.await();
			return SendMessage.of(event.message().chat().id(), "At last");
		}

	}

	static class FailingBot {

		final List<String> heard = new CopyOnWriteArrayList<>();

		final List<UpdateFailedEvent> failures = new CopyOnWriteArrayList<>();

		@EventListener
		@Order(1)
		void first(MessageEvent event) {
			this.heard.add("first " + event.message().text());
		}

		@EventListener
		@Order(2)
		void failing(MessageEvent event) {
			this.heard.add("failing " + event.message().text());
			throw new IllegalStateException("As told");
		}

		@EventListener
		@Order(3)
		void last(MessageEvent event) {
			this.heard.add("last " + event.message().text());
		}

		@EventListener
		void failed(UpdateFailedEvent event) {
			this.failures.add(event);
		}

	}

	static class Witness {

		final List<Object> events = new CopyOnWriteArrayList<>();

		@EventListener({ BotReady.class, PollingFailing.class, PollingRecovered.class })
		void note(Object event) {
			this.events.add(event);
		}

	}

}
