// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.transport.TelegramWebClientCustomizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F03: no failure ends the poll loop, whatever came before it.
 */
@Tag("long")
class F03EndlessLoopTests {

	private static final int FAULTS = 200;

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void pollLoopSurvivesEveryFault() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		System.out.println("F03 seed " + seed);
		List<Runnable> faults = List.of(answer(ScriptedFault.on("getUpdates").status(500)),
				answer(ScriptedFault.on("getUpdates").status(502).body("<html>502 Bad Gateway</html>")),
				answer(ScriptedFault.on("getUpdates").status(400)), answer(ScriptedFault.on("getUpdates").status(403)),
				answer(ScriptedFault.on("getUpdates").status(409)), answer(ScriptedFault.on("getUpdates").status(413)),
				answer(ScriptedFault.on("getUpdates").retryAfter(3600)),
				answer(ScriptedFault.on("getUpdates").body("")), answer(ScriptedFault.on("getUpdates").body("null")),
				answer(ScriptedFault.on("getUpdates").body("{\"ok\":true,\"result\":7}")),
				answer(ScriptedFault.on("getUpdates").body("{\"ok\":true,\"result\":[{}]}")),
				answer(ScriptedFault.on("getUpdates").resetAtByte(0)),
				answer(ScriptedFault.on("getUpdates").closeAtByte(90)), tunnel(Fault.refuse()),
				tunnel(Fault.failTunnel()), tunnel(Fault.resetAfter(100)),
				tunnel(Fault.closeAfter(500, Direction.DOWN)), thrown(new IllegalStateException("on purpose")),
				thrown(new StackOverflowError("on purpose")), thrown(new OutOfMemoryError("on purpose")));
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"), Faulty.class)) {
			for (int i = 0; i < FAULTS; i++) {
				int before = bot.status().consecutiveFailures();
				long began = System.nanoTime();
				faults.get(random.nextInt(faults.size())).run();
				bot.skipPause();
				ListeningBot.await()
					.alias("fault %d of seed %d".formatted(i, seed))
					.until(() -> bot.status().consecutiveFailures() != before || hasHeardSince(began, bot)
							|| Faulty.NEXT.get() == null && bot.status().state() == PollerState.RUNNING);
				assertThat(bot.poller().isRunning()).isTrue();
			}
			heal();
			this.telegram.peer().write(42, "still there?");
			bot.skipPause();
			bot.awaitHeard("still there?");
			bot.awaitState(PollerState.RUNNING);
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

	/**
	 * After a success the number of failures may be again what it was.
	 */
	private static boolean hasHeardSince(long began, ListeningBot bot) {
		Duration age = bot.status().lastSuccessAge();
		return age != null && age.toNanos() < System.nanoTime() - began;
	}

	private Runnable answer(io.github.telegramnopool.simulator.ScriptedFaultBuilder fault) {
		return () -> {
			heal();
			this.telegram.simulator().script(fault.build());
		};
	}

	private Runnable tunnel(Fault fault) {
		return () -> {
			heal();
			this.telegram.proxy().faults().next(fault);
		};
	}

	private Runnable thrown(Throwable failure) {
		return () -> {
			heal();
			Faulty.NEXT.set(failure);
		};
	}

	private void heal() {
		this.telegram.simulator().clearScript();
		this.telegram.proxy().faults().none();
	}

	/**
	 * Code of users on the way to Telegram, and a listener, that throw anything.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Faulty {

		static final AtomicReference<@Nullable Throwable> NEXT = new AtomicReference<>();

		@Bean
		TelegramWebClientCustomizer throwing() {
			return (builder) -> builder.filter((request, next) -> {
				Throwable failure = NEXT.getAndSet(null);
				if (failure instanceof Error error) {
					throw error;
				}
				if (failure instanceof RuntimeException exception) {
					throw exception;
				}
				return next.exchange(request);
			});
		}

		@EventListener
		void fail(PollingFailing event) {
			throw new StackOverflowError("on purpose");
		}

	}

}
