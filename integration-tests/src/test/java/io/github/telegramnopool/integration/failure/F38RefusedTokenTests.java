// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.telegramnopool.api.event.PollingStopped;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.FailureKind;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F38: tokens that are refused for a moment, and for good.
 */
class F38RefusedTokenTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aTokenThatIsRefusedOnceIsTriedAgain() {
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			ListeningBot.await().until(() -> this.telegram.polls() == 1);
			refuse(401, 1);
			bot.skipPause();
			bot.awaitKind(FailureKind.TOKEN);
			assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
			long began = System.nanoTime();
			this.telegram.bot(RunningBot.ID).write(42, "Hi");
			bot.awaitHeard("Hi");
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(3),
					Duration.ofSeconds(8));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 404, 421 })
	void aTokenThatIsRefusedForGoodEndsThePolling(int status) {
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			refuse(status, 1000);
			// No refusal was seen yet, and the poll that waits is to end
			AtomicInteger skipped = new AtomicInteger(-1);
			ListeningBot.await().until(() -> {
				int refusals = bot.status().consecutiveFailures();
				if (refusals < 4 && skipped.getAndSet(refusals) != refusals) {
					bot.skipPause();
				}
				return refusals == 4;
			});
			bot.awaitState(PollerState.FAILED);
			ListeningBot.await().until(() -> !bot.events(PollingStopped.class).isEmpty());
			assertThat(bot.events(PollingStopped.class)).singleElement()
				.satisfies((event) -> assertThat(event.reason()).contains("telegram.token"));
			assertThat(bot.lines("ERROR")).singleElement().asString().doesNotContain(RunningBot.TOKEN);
			int polls = this.telegram.received("getUpdates");
			ListeningBot.await()
				.during(Duration.ofMillis(1500))
				.until(() -> this.telegram.received("getUpdates") == polls);
			this.telegram.clearScript();
			this.telegram.bot(RunningBot.ID).write(42, "Hi");
			bot.poller().resume();
			bot.awaitHeard("Hi");
		}
	}

	@Test
	void aTokenOfTheWrongShapeIsRefusedAtTheStart() {
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> ListeningBot.directly(this.telegram).with("telegram.token", "4242:short-secret").run())
			.havingRootCause()
			.withMessageContaining("telegram.token")
			.withMessageNotContaining("short-secret");
	}

	private void refuse(int status, int times) {
		String body = "{\"ok\":false,\"error_code\":%d,\"description\":\"Not accepted\"}".formatted(status);
		this.telegram.script(ScriptedFault.on("getUpdates").times(times).status(status).body(body).build());
	}

}
