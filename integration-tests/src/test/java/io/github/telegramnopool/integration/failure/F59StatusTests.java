// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.FailureKind;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F59: the poller's status never says that all is well while the bot is deaf.
 */
class F59StatusTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void tellsOfEachFaultWhatHealthNeedsToKnow() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"))) {
			meets(bot, FailureKind.NOT_SENT, () -> {
				this.telegram.proxy().faults().all(Fault.refuse());
				this.telegram.proxy().resetLive();
			});
			meets(bot, FailureKind.NOT_SENT, () -> this.telegram.proxy().faults().all(Fault.ignore()));
			meets(bot, FailureKind.NOT_SENT, () -> this.telegram.proxy().faults().all(Fault.failTunnel()));
			meets(bot, FailureKind.NO_ANSWER, () -> answer(ScriptedFault.on("getUpdates").resetAtByte(0).build()));
			meets(bot, FailureKind.BAD_ANSWER,
					() -> answer(ScriptedFault.on("getUpdates").status(502).body("<html>").build()));
			meets(bot, FailureKind.BAD_ANSWER,
					() -> answer(ScriptedFault.on("getUpdates").status(200).body("").build()));
			meets(bot, FailureKind.REFUSED, () -> answer(ScriptedFault.on("getUpdates").status(400).build()));
			meets(bot, FailureKind.FLOOD, () -> answer(ScriptedFault.on("getUpdates").retryAfter(60).build()));
			meets(bot, FailureKind.TOKEN, () -> answer(ScriptedFault.on("getUpdates").status(401).build()));
			meets(bot, FailureKind.CONFLICT, () -> answer(ScriptedFault.on("getUpdates").status(409).build()));
			bot.poller().pause();
			bot.awaitState(PollerState.PAUSED);
			bot.poller().resume();
			bot.poller().stop();
			assertThat(bot.status().state()).isEqualTo(PollerState.STOPPED);
		}
	}

	private void answer(ScriptedFault fault) {
		this.telegram.simulator().script(fault);
	}

	private void meets(ListeningBot bot, FailureKind kind, Runnable fault) {
		// Else the poll that meets the fault might be the one whose pause is skipped
		ListeningBot.await().until(() -> this.telegram.simulator().polls() == 1 && this.telegram.peer().pending() == 0);
		fault.run();
		bot.skipPause();
		bot.awaitKind(kind);
		PollerStatus first = bot.status();
		assertThat(first.state())
			.isEqualTo((kind == FailureKind.CONFLICT) ? PollerState.CONFLICT : PollerState.FAILING);
		assertThat(first.consecutiveFailures()).isPositive();
		assertThat(first.lastFailure()).isNotBlank();
		assertThat(first.outage()).isNotNull();
		assertThat(first.lastSuccessAge()).isNotNull().isLessThan(Duration.ofMinutes(1));
		ListeningBot.await().until(() -> {
			PollerStatus later = bot.status();
			return later.outage() != null && later.outage().compareTo(first.outage()) > 0
					&& later.lastSuccessAge().compareTo(first.lastSuccessAge()) > 0;
		});
		this.telegram.proxy().faults().none();
		this.telegram.simulator().clearScript();
		this.telegram.peer().write(42, "after " + kind);
		bot.skipPause();
		bot.awaitState(PollerState.RUNNING);
		PollerStatus well = bot.status();
		assertThat(well.lastFailureKind()).isNull();
		assertThat(well.lastFailure()).isNull();
		assertThat(well.outage()).isNull();
		assertThat(well.consecutiveFailures()).isZero();
	}

}
