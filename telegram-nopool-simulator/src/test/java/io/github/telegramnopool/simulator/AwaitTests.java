// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Waiting for what happens in a bot's world.
 */
class AwaitTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final TelegramSimulator simulator = TelegramSimulator.builder().clock(this.clock).build().start();

	private final SimulatedBot bot = this.simulator.bot(42);

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void endsWhenTheBotHasSaidSomething() throws Exception {
		CompletableFuture<Integer> said = whenAwaited(() -> this.bot.transcript(7).size(), 1);
		this.calls.call("sendMessage?chat_id=7&text=hi");
		assertThat(said.get()).isEqualTo(1);
	}

	@Test
	void endsWhenTheBotHasConfirmed() throws Exception {
		this.bot.write(7, "hi");
		int update = this.calls.result("getUpdates").get(0).get("update_id").intValue();
		CompletableFuture<Integer> pending = whenAwaited(this.bot::pending, 0);
		this.calls.call("getUpdates?offset=" + (update + 1));
		assertThat(pending.get()).isZero();
	}

	@Test
	void endsWhenAnUpdateHasExpired() throws Exception {
		this.bot.write(7, "hi");
		CompletableFuture<Integer> pending = whenAwaited(this.bot::pending, 0);
		this.clock.advance(Duration.ofDays(2));
		assertThat(pending.get()).isZero();
	}

	@Test
	void endsWithTheLastAnswerWhenPatienceDoes() throws Exception {
		long began = System.nanoTime();
		assertThat(this.bot.await(this.bot::pending, (pending) -> pending > 0, Duration.ofMillis(250))).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(250), LONG);
	}

	@Test
	void keyboardIsTheOneThatTheBotHasSent() {
		SimulatedChat chat = this.bot.chat(7);
		assertThat(chat.keyboard()).isNull();
		this.calls
			.call("sendMessage?chat_id=7&text=sure&reply_markup=" + BotCalls.encode("{\"keyboard\":[[\"Yes\"]]}"));
		JsonNode keyboard = chat.keyboard();
		assertThat(keyboard).isNotNull();
		assertThat(keyboard.at("/keyboard/0/0").asString()).isEqualTo("Yes");
	}

	/**
	 * Wait in another thread, which has asked once when this returns.
	 */
	private CompletableFuture<Integer> whenAwaited(Supplier<Integer> question, int enough) throws InterruptedException {
		CountDownLatch asked = new CountDownLatch(1);
		CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
			try {
				return this.bot.await(() -> {
					asked.countDown();
					return question.get();
				}, (value) -> value == enough, LONG);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		asked.await();
		return answer;
	}

}
