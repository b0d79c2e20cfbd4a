// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F44: after a quiet week update ids begin anew at any number.
 */
class F44JumpingIdsTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	private final SimulatedBot peer = this.telegram.bot(RunningBot.ID);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void followsIdsThatJumpBackAndAhead() {
		this.peer.restartUpdateIds(900_000_000);
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			List<String> written = new ArrayList<>();
			for (int firstId : new int[] { 900_000_100, 5_000_000, 800_000_000 }) {
				this.peer.restartUpdateIds(firstId);
				for (int i = 0; i < 5; i++) {
					written.add(firstId + " " + i);
					this.peer.write(42, firstId + " " + i);
				}
				ListeningBot.await().until(() -> bot.heard().size() == written.size());
				ListeningBot.await().until(() -> this.peer.pending() == 0);
			}
			assertThat(bot.heard()).containsExactlyElementsOf(written);
			assertThat(bot.lines("have jumped")).singleElement()
				.asString()
				.startsWith("INFO")
				.contains("900000105", "5000000");
			assertThat(bot.log().warnings()).isEmpty();
		}
	}

}
