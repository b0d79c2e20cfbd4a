// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class SimulatorClockTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@AutoClose
	private final TelegramSimulator simulator = TelegramSimulator.builder()
		.clock(Clock.fixed(START, ZoneOffset.UTC))
		.build()
		.start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@Test
	void datesGoByTheClock() {
		this.simulator.clock().advance(Duration.ofHours(1));
		this.simulator.bot(42).write(7, "hi");
		assertThat(this.simulator.bot(42).transcript(7).get(0).get("date").longValue())
			.isEqualTo(START.plusSeconds(3600).getEpochSecond());
		assertThat(this.simulator.clock().withZone(ZoneId.of("Asia/Shanghai")).instant())
			.isEqualTo(START.plusSeconds(3600));
	}

	@Test
	@DisplayName("Client::add_message_update: a message waits a day, a callback query 150 s, an inline query 30 s")
	void updatesExpireByTheClock() {
		SimulatedBot bot = this.simulator.bot(42);
		bot.write(7, "hi");
		bot.push("{\"poll\":{}}");
		bot.push("{\"chosen_inline_result\":{}}");
		bot.push("{\"callback_query\":{}}");
		bot.push("{\"shipping_query\":{}}");
		bot.push("{\"inline_query\":{}}");
		assertThat(bot.pending()).isEqualTo(6);
		this.simulator.clock().advance(Duration.ofSeconds(31));
		assertThat(bot.pending()).isEqualTo(5);
		this.simulator.clock().advance(Duration.ofSeconds(120));
		assertThat(bot.pending()).isEqualTo(3);
		this.simulator.clock().advance(Duration.ofMinutes(10));
		assertThat(this.calls.result("getUpdates").size()).isEqualTo(2);
		this.simulator.clock().advance(Duration.ofHours(24));
		assertThat(this.calls.result("getUpdates?offset=1").size()).isZero();
		assertThat(bot.confirmed()).isZero();
	}

	@Test
	void isPutForwardByAControlCall() {
		assertThat(this.calls.control("clock").toString())
			.isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\",\"ahead\":\"PT0S\"}");
		assertThat(this.calls.control("clock", "{\"advance\":\"PT24H\"}").toString())
			.isEqualTo("{\"now\":\"2026-01-02T00:00:00Z\",\"ahead\":\"PT24H\"}");
		assertThat(this.calls.control("clock", "{\"advance\":\"-PT1S\"}").get("description").stringValue())
			.contains("a duration that is not negative");
		assertThat(this.calls.control("clock", "{}").get("error_code").intValue()).isEqualTo(400);
	}

	@Test
	void goesForwardOnly() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.clock().advance(Duration.ofSeconds(-1)))
			.withMessage("The clock can only be put forward, not by PT-1S.");
	}

	@Test
	void whatFellDueHappensInItsOrder() {
		Timer timer = new Timer(Clock.systemUTC());
		List<String> happened = new CopyOnWriteArrayList<>();
		timer.start();
		timer.schedule(Duration.ofHours(2), () -> happened.add("second"));
		timer.schedule(Duration.ofHours(1), () -> happened.add("first"));
		timer.schedule(Duration.ofHours(1), () -> happened.add("never")).run();
		timer.schedule(Duration.ofHours(4), () -> happened.add("not yet"));
		timer.schedule(Duration.ofHours(3), () -> {
			happened.add("third");
			throw new IllegalStateException("on purpose");
		});
		timer.clock().advance(Duration.ofHours(3));
		await().dontCatchUncaughtExceptions().until(() -> happened.size() == 3);
		assertThat(happened).containsExactly("first", "second", "third");
		timer.clock().advance(Duration.ofHours(1));
		await().dontCatchUncaughtExceptions().until(() -> happened.contains("not yet"));
		timer.stop();
		timer.schedule(Duration.ZERO, () -> happened.add("stopped"));
		assertThat(happened).hasSize(4);
	}

}
