// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.context.event.EventListener;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The health of a bot in each of its poller's states, produced by real faults.
 */
@Tag("long")
class HealthTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aBotThatHearsIsUp() {
		try (OperatedBot bot = run()) {
			bot.awaitState(PollerState.RUNNING);
			JsonNode health = health(bot, "UP", 200);
			assertThat(health.at("/details/state").asString()).isEqualTo("RUNNING");
			assertThat(health.at("/details/bot").asString()).isEqualTo("default");
			assertThat(health.at("/details/username").asString()).isNotBlank();
			assertThat(health.at("/details/route").asString()).isEqualTo("directly");
			assertThat(health.at("/details/lastSuccessAge").asString()).startsWith("PT");
			assertThat(health.at("/details/lastFailure").isMissingNode()).isTrue();
		}
	}

	@Test
	void aBotThatHasHeardNothingYetIsUnknown() {
		this.telegram.script(ScriptedFault.on("getMe").never().build());
		try (OperatedBot bot = run()) {
			JsonNode health = health(bot, "UNKNOWN", 200);
			assertThat(health.at("/details/state").asString()).isEqualTo("STARTING");
			assertThat(health.at("/details/username").isMissingNode()).isTrue();
		}
	}

	@Test
	void aBotThatOnlySendsIsUnknownAndItsApplicationUp() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run()) {
			JsonNode health = health(bot, "UNKNOWN", 200);
			assertThat(health.at("/details/state").asString()).isEqualTo("STOPPED");
			assertThat(bot.json("/health").at("/status").asString()).isEqualTo("UP");
		}
	}

	@Test
	void aBotThatFailsIsDownAndTellsWhy() {
		try (OperatedBot bot = run()) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.script(ScriptedFault.on("getUpdates").status(502).body("<html>").always().build());
			skipPoll(bot);
			bot.awaitState(PollerState.FAILING);
			JsonNode health = health(bot, "DOWN", 503);
			assertThat(health.at("/details/lastFailureKind").asString()).isEqualTo("BAD_ANSWER");
			assertThat(health.at("/details/lastFailureType").asString()).isEqualTo("OutcomeUnknownException");
			assertThat(health.at("/details/lastFailure").asString()).contains("502");
			assertThat(health.at("/details/outage").asString()).startsWith("PT");
			assertThat(health.at("/details/consecutiveFailures").asInt()).isPositive();
			this.telegram.clearScript();
			skipPoll(bot);
			bot.awaitState(PollerState.RUNNING);
			health(bot, "UP", 200);
		}
	}

	@Test
	void aShortOutageIsTolerated() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.script(ScriptedFault.on("getUpdates").status(502).body("<html>").always().build());
			skipPoll(bot);
			bot.awaitState(PollerState.FAILING);
			JsonNode health = health(bot, "UP", 200);
			assertThat(health.at("/details/state").asString()).isEqualTo("FAILING");
		}
	}

	@Test
	void aBotWithARivalIsOutOfService() {
		try (OperatedBot bot = run()) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.script(ScriptedFault.on("getUpdates").status(409).always().build());
			skipPoll(bot);
			bot.awaitState(PollerState.CONFLICT);
			JsonNode health = health(bot, "OUT_OF_SERVICE", 503);
			assertThat(health.at("/details/lastFailureType").asString()).isEqualTo("ConflictException");
		}
	}

	@Test
	void aBotWhoseTokenIsRefusedForGoodIsDown() {
		this.telegram.script(ScriptedFault.on("getMe").status(401).always().build());
		try (OperatedBot bot = run()) {
			AtomicInteger skipped = new AtomicInteger();
			OperatedBot.await().until(() -> {
				int refusals = bot.poller().status().consecutiveFailures();
				if (refusals < 4 && skipped.getAndSet(refusals) != refusals) {
					// Not to wait for the next confirmation
					skipPoll(bot);
				}
				return refusals == 4;
			});
			bot.awaitState(PollerState.FAILED);
			JsonNode health = health(bot, "DOWN", 503);
			assertThat(health.at("/details/state").asString()).isEqualTo("FAILED");
			assertThat(health.at("/details/lastFailureKind").asString()).isEqualTo("TOKEN");
		}
	}

	@Test
	void aBotWhoseListenersHoldItUpIsOutOfService() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram)
			.with("management.health.telegram.tolerance", "0s")
			.run(StuckEar.class)) {
			bot.awaitState(PollerState.RUNNING);
			IntStream.range(0, 110).forEach((number) -> this.telegram.bot(OperatedBot.ID).write(42, "n " + number));
			bot.awaitState(PollerState.BLOCKED);
			JsonNode health = health(bot, "OUT_OF_SERVICE", 503);
			assertThat(health.at("/details/slowestListener").asString()).startsWith("StuckEar.hear");
			assertThat(health.at("/details/unhandledUpdates").asInt()).isEqualTo(100);
			bot.bean(StuckEar.class).leave.countDown();
		}
	}

	@Test
	void aBotThatIsPausedOrStoppedIsOutOfService() {
		try (OperatedBot bot = run()) {
			bot.awaitState(PollerState.RUNNING);
			bot.poller().pause();
			bot.awaitState(PollerState.PAUSED);
			health(bot, "OUT_OF_SERVICE", 503);
			bot.poller().stop();
			bot.awaitState(PollerState.STOPPED);
			health(bot, "OUT_OF_SERVICE", 503);
		}
	}

	@Test
	void neverTouchesTheNetwork() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run()) {
			for (int count = 0; count < 10; count++) {
				health(bot, "UNKNOWN", 200);
				bot.json("/info");
				bot.json("/telegram");
			}
			assertThat(this.telegram.requests()).isEmpty();
		}
	}

	@Test
	void isNotInTheGroupThatDecidesOverRestarts() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram)
			.with("management.endpoint.health.probes.enabled", "true")
			.with("management.health.telegram.tolerance", "0s")
			.run(Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			bot.poller().pause();
			bot.awaitState(PollerState.PAUSED);
			health(bot, "OUT_OF_SERVICE", 503);
			assertThat(bot.get("/health").statusCode()).isEqualTo(503);
			assertThat(bot.get("/health/liveness").statusCode()).isEqualTo(200);
			assertThat(bot.get("/health/readiness").statusCode()).isEqualTo(200);
		}
	}

	/**
	 * A poll that is under way meets no new fault.
	 */
	private static void skipPoll(OperatedBot bot) {
		bot.poller().pause();
		bot.poller().resume();
	}

	private JsonNode health(OperatedBot bot, String status, int code) {
		assertThat(bot.get("/health/telegram").statusCode()).isEqualTo(code);
		JsonNode health = bot.json("/health/telegram");
		assertThat(health.at("/status").asString()).isEqualTo(status);
		assertTold(bot, health.at("/details/state").asString());
		return health;
	}

	/**
	 * Prometheus is told the same state, and no other.
	 */
	private static void assertTold(OperatedBot bot, String state) {
		Samples samples = Samples.of(bot);
		assertThat(samples.value("telegram_polling_state", "state=\"" + state.toLowerCase(Locale.ROOT) + "\""))
			.isEqualTo(1);
		assertThat(samples.value("telegram_polling_state")).isEqualTo(1);
	}

	private OperatedBot run() {
		return OperatedBot.reaching(this.telegram).with("management.health.telegram.tolerance", "0s").run(Ear.class);
	}

	static class Ear {

		@EventListener
		void hear(MessageEvent event) {
		}

	}

	static class StuckEar {

		private final CountDownLatch leave = new CountDownLatch(1);

		@EventListener
		void hear(MessageEvent event) throws InterruptedException {
			this.leave.await();
		}

	}

}
