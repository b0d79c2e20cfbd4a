// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F45: what has piled up during a long outage. That one of more than a day is worth a
 * warning is tested in virtual time.
 */
class F45LongOutageTests {

	private final SettableClock clock = new SettableClock();

	private final TelegramSimulator telegram = TelegramSimulator.builder().clock(this.clock).build().start();

	private final SimulatedBot peer = this.telegram.bot(RunningBot.ID);

	private final FaultProxy proxy = FaultProxy.builder().build().start();

	@AfterEach
	void stop() {
		this.proxy.close();
		this.telegram.close();
	}

	@Test
	void aBacklogIsDrainedInOrderAndByOnePollAtATime() {
		try (ListeningBot bot = ListeningBot
			.run(ListeningBot.directly(this.telegram).with("telegram.proxy.url", this.proxy.url("http")))) {
			this.proxy.refuseConnections();
			this.proxy.resetLive();
			bot.awaitState(PollerState.FAILING);
			this.peer.write(42, "a day too old");
			this.clock.ahead = Duration.ofHours(25);
			List<String> texts = IntStream.range(0, 2500).mapToObj((number) -> "text " + number).toList();
			texts.forEach((text) -> this.peer.write(42, text));
			this.proxy.acceptConnections();
			ListeningBot.await().until(() -> bot.heard().size() == texts.size());
			assertThat(bot.heard()).containsExactlyElementsOf(texts);
			ListeningBot.await().until(() -> this.peer.pending() == 0);
			assertThat(bot.lines("hears again after")).hasSize(1);
		}
		assertThat(this.telegram.maxPolls()).isEqualTo(1);
		assertThat(this.telegram.requests()).filteredOn((request) -> request.method().equalsIgnoreCase("getUpdates"))
			.allSatisfy((request) -> assertThat(Integer.parseInt(request.parameters().get("limit")))
				.isLessThanOrEqualTo(100));
	}

	private static final class SettableClock extends Clock {

		private volatile Duration ahead = Duration.ZERO;

		@Override
		public Instant instant() {
			return Instant.now().plus(this.ahead);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
