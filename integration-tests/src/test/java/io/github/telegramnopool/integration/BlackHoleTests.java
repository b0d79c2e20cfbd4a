// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.simulator.fault.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thousand calls through a proxy of which every third connection is a black hole.
 */
@Tag("long")
class BlackHoleTests {

	private static final int CALLS = 1000;

	private static final Duration DEADLINE = Duration.ofSeconds(5);

	/**
	 * What a busy machine may add.
	 */
	private static final Duration SLACK = Duration.ofSeconds(3);

	@Test
	void everyCallEndsAndUpdatesGoOnArriving() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			long descriptors = FileDescriptors.open();
			try (RunningBot bot = telegram.settings("socks5")
				.with("telegram.http.call-timeout", DEADLINE)
				.with("telegram.http.proxy-timeout", "500ms")
				.with("telegram.http.tls-timeout", "1s")
				.run(Witness.class)) {
				Witness witness = bot.bean(Witness.class);
				await().until(() -> telegram.simulator().polls() == 1);
				telegram.proxy().faults().every(3, Fault.blackHoleAfter(0));
				List<Outcome> outcomes = new CopyOnWriteArrayList<>();
				AtomicInteger written = new AtomicInteger();
				Flux.range(0, CALLS).doOnNext((number) -> {
					if (number % 20 == 0) {
						telegram.peer().write(43, "update " + written.getAndIncrement());
					}
				})
					.flatMap((number) -> call(bot.api(), number), 32)
					.doOnNext(outcomes::add)
					.blockLast(Duration.ofMinutes(3));
				assertThat(outcomes).hasSize(CALLS)
					.allSatisfy((outcome) -> assertThat(outcome.took()).isLessThan(DEADLINE.plus(SLACK)));
				// A black hole swallows the handshake, so nothing was sent and all could
				// be repeated
				assertThat(outcomes).filteredOn(Outcome::succeeded).hasSizeGreaterThan(CALLS * 9 / 10);
				long succeeded = outcomes.stream().filter(Outcome::succeeded).count();
				long unknown = outcomes.stream().filter(Outcome::unknown).count();
				assertThat(telegram.peer().transcript(42)).extracting((message) -> message.get("text"))
					.hasSizeBetween((int) succeeded, (int) (succeeded + unknown))
					.doesNotHaveDuplicates();
				await().atMost(Duration.ofSeconds(20))
					.untilAsserted(() -> assertThat(witness.heard).hasSize(written.get()).doesNotHaveDuplicates());
				assertThat(witness.duringTheCalls(outcomes)).isGreaterThan(written.get() / 2);
			}
			await().atMost(Duration.ofSeconds(3)).until(() -> telegram.proxy().open() == 0);
			await().untilAsserted(() -> assertThat(telegram.simulator().connections())
				.allMatch((connection) -> connection.closedAt() != null));
			assertThat(telegram.simulator().connections()).allMatch((connection) -> connection.requests() <= 1);
			assertThat(telegram.simulator().maxPolls()).isEqualTo(1);
			await().atMost(Duration.ofSeconds(3)).until(() -> FileDescriptors.open() <= descriptors + 5);
		}
	}

	private static Mono<Outcome> call(TelegramBotApi api, int number) {
		return Mono.defer(() -> {
			long began = System.nanoTime();
			return api.sendMessage(SendMessage.of(42, "call " + number))
				.map((message) -> new Outcome(null, began, System.nanoTime()))
				.onErrorResume(TelegramException.class, (ex) -> Mono.just(new Outcome(ex, began, System.nanoTime())));
		});
	}

	private record Outcome(@Nullable TelegramException failure, long began, long ended) {

		boolean succeeded() {
			return this.failure == null;
		}

		boolean unknown() {
			return this.failure instanceof OutcomeUnknownException;
		}

		Duration took() {
			return Duration.ofNanos(this.ended - this.began);
		}

	}

	static class Witness {

		final List<String> heard = new CopyOnWriteArrayList<>();

		private final List<Long> times = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(MessageEvent event) {
			this.heard.add(String.valueOf(event.message().text()));
			this.times.add(System.nanoTime());
		}

		long duringTheCalls(List<Outcome> outcomes) {
			long last = outcomes.stream().mapToLong(Outcome::ended).max().orElseThrow();
			return this.times.stream().filter((time) -> time < last).count();
		}

	}

}
