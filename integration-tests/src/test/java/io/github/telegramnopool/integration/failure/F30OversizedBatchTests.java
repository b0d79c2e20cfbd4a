// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F30: updates that are too large do not come again for ever.
 */
class F30OversizedBatchTests {

	private static final int MORE_THAN_CAN_BE_TAKEN = 9 * 1024 * 1024;

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	private final SimulatedBot peer = this.telegram.bot(RunningBot.ID);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void whatTelegramPutsIntoOneAnswerIsTaken() {
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			bot.poller().pause();
			List<String> texts = IntStream.range(0, 100).mapToObj((number) -> number + "x".repeat(45_000)).toList();
			texts.forEach((text) -> this.peer.write(42, text));
			String largest = "y".repeat(500_000);
			this.peer.write(42, largest);
			bot.poller().resume();
			ListeningBot.await().until(() -> bot.heard().size() == 101);
			assertThat(bot.heard()).startsWith(texts.toArray(String[]::new)).endsWith(largest);
			assertThat(bot.log().warnings()).isEmpty();
		}
	}

	@Test
	void asksForFewerAndThenForAllAgain() {
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			ListeningBot.await().until(() -> this.telegram.polls() == 1);
			bot.poller().pause();
			int before = limits().size();
			this.telegram.script(ScriptedFault.on("getUpdates").times(2).body(oversized(7)).build());
			List<String> texts = IntStream.range(0, 12).mapToObj((number) -> "text " + number).toList();
			texts.forEach((text) -> this.peer.write(42, text));
			bot.poller().resume();
			ListeningBot.await().until(() -> bot.heard().size() == 12);
			assertThat(bot.heard()).containsExactlyElementsOf(texts);
			assertThat(limits().subList(before, limits().size())).startsWith("100", "25", "5", "100");
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	@Test
	void anUpdateThatIsTooLargeByItselfIsToldAndSkipped() {
		try (ListeningBot bot = ListeningBot.run(ListeningBot.directly(this.telegram))) {
			ListeningBot.await().until(() -> this.telegram.polls() == 1);
			bot.poller().pause();
			long id = this.peer.write(42, "in place of something huge");
			this.peer.write(42, "its neighbour");
			this.telegram.script(ScriptedFault.on("getUpdates").times(4).body(oversized(id)).build());
			bot.poller().resume();
			bot.awaitHeard("its neighbour");
			assertThat(bot.heard()).containsExactly("its neighbour");
			assertThat(bot.events(UnreadableUpdateEvent.class)).singleElement().satisfies((event) -> {
				assertThat(event.updateId()).isEqualTo(id);
				assertThat(event.json()).contains("\"update_id\":" + id).hasSizeLessThan(2000);
			});
			assertThat(bot.lines("is larger than can be taken and is skipped")).singleElement()
				.asString()
				.startsWith("ERROR Update " + id);
			ListeningBot.await().until(() -> this.peer.pending() == 0);
		}
	}

	private List<String> limits() {
		return this.telegram.requests()
			.stream()
			.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
			.map(RecordedRequest::parameters)
			.map((parameters) -> parameters.get("limit"))
			.toList();
	}

	private static byte[] oversized(long id) {
		String answer = "{\"ok\":true,\"result\":[{\"update_id\":%d,\n\"message\":{\"text\":\"%s\"}}]}".formatted(id,
				"z".repeat(MORE_THAN_CAN_BE_TAKEN));
		return answer.getBytes(StandardCharsets.UTF_8);
	}

}
