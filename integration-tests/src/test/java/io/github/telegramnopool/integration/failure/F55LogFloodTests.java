// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F55: an outage is told in few lines, however it goes. Hours of it are tested in virtual
 * time.
 */
@Tag("long")
class F55LogFloodTests {

	private static final int FLAPS = 10;

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void anOutageMakesOneLineWhenItBeginsAndOneWhenItEnds() {
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("socks5"))) {
			this.telegram.proxy().refuseConnections();
			this.telegram.proxy().resetLive();
			ListeningBot.await().until(() -> bot.status().consecutiveFailures() >= 3);
			assertThat(bot.log().lines()).singleElement()
				.asString()
				.startsWith("WARN Telegram bot 'default' hears nothing, trying on: ");
			this.telegram.proxy().acceptConnections();
			bot.awaitState(PollerState.RUNNING);
			assertThat(bot.log().lines()).hasSize(2)
				.last()
				.asString()
				.matches("INFO Telegram bot 'default' hears again after \\d+ s, \\d+ failed requests");
			assertThat(bot.log().traces()).isEmpty();
		}
	}

	@Test
	void aPathThatFailsAndHealsAllTheTimeMakesNoMore() {
		Fault[] faults = { Fault.refuse(), Fault.failTunnel(), Fault.resetAfter(200) };
		try (ListeningBot bot = ListeningBot.run(this.telegram.settings("http"))) {
			for (int i = 0; i < FLAPS; i++) {
				this.telegram.proxy().faults().all(faults[i % faults.length]);
				if (i % 5 == 0) {
					this.telegram.simulator().script(ScriptedFault.on("getUpdates").status(502).body("<html>").build());
				}
				this.telegram.proxy().resetLive();
				ListeningBot.await().until(() -> bot.status().consecutiveFailures() > 0);
				this.telegram.proxy().faults().none();
				bot.skipPause();
				bot.awaitState(PollerState.RUNNING);
			}
			ListeningBot.await().until(() -> bot.events(PollingRecovered.class).size() >= FLAPS);
			assertThat(bot.events(PollingFailing.class)).hasSizeGreaterThanOrEqualTo(FLAPS);
			assertThat(bot.log().lines()).hasSizeLessThanOrEqualTo(6);
			assertThat(bot.log().traces()).isEmpty();
		}
	}

}
