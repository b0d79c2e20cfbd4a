// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F53: something on the way repeats answers or mixes them up.
 */
class F53RepeatedUpdatesTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void hearsEachUpdateOnceHoweverOftenItIsServed() {
		this.telegram.bot(RunningBot.ID).restartUpdateIds(500);
		try (ListeningBot bot = ListeningBot
			.run(ListeningBot.directly(this.telegram).with("telegram.polling.timeout", "1s"))) {
			// Twice within a batch, with gaps, again in the next one, and from behind
			serve(100, 100, 101, 105, 105, 190);
			serve(101, 105, 190, 200);
			serve(203, 202, 201);
			serve(200, 201, 202, 203);
			ListeningBot.await().untilAsserted(() -> assertThat(bot.heard()).hasSize(8));
			this.telegram.bot(RunningBot.ID).write(42, "after all that");
			bot.awaitHeard("after all that");
			assertThat(bot.heard()).containsExactly("text 100", "text 101", "text 105", "text 190", "text 200",
					"text 203", "text 202", "text 201", "after all that");
			assertThat(bot.log().warnings()).isEmpty();
			// A repetition is not asked for again in a tight loop
			assertThat(this.telegram.received("getUpdates")).isLessThan(12);
		}
	}

	private void serve(long... ids) {
		String updates = LongStream.of(ids)
			.mapToObj((id) -> ("{\"update_id\":%d,\"message\":{\"message_id\":%d,\"date\":1,"
					+ "\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"text %d\"}}")
				.formatted(id, id, id))
			.collect(Collectors.joining(","));
		this.telegram.script(ScriptedFault.on("getUpdates").body("{\"ok\":true,\"result\":[" + updates + "]}").build());
	}

}
