// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

class HistoryListenerTests {

	private static final long BOT = 42;

	private final List<HistoryEvent> history = new CopyOnWriteArrayList<>();

	private final TelegramSimulator simulator = TelegramSimulator.builder().history(this.history::add).build().start();

	private final BotCalls bot = new BotCalls(this.simulator, BOT);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void tellsWhatBecomesOfUpdates() {
		long first = this.simulator.bot(BOT).write(7, "one");
		long second = this.simulator.bot(BOT).write(-8, "two");
		this.bot.call("getUpdates");
		this.bot.call("getUpdates?offset=" + second);
		this.bot.call("getUpdates?offset=" + (second + 1));
		assertThat(this.history).filteredOn((event) -> !(event instanceof HistoryEvent.Executed))
			.filteredOn((event) -> !isOfConnection(event))
			.containsExactly(new HistoryEvent.Pushed(BOT, first, "message", 7),
					new HistoryEvent.Pushed(BOT, second, "message", -8),
					new HistoryEvent.Served(BOT, List.of(first, second)), new HistoryEvent.Confirmed(BOT, first),
					new HistoryEvent.Served(BOT, List.of(second)), new HistoryEvent.Confirmed(BOT, second));
	}

	@Test
	void tellsOfCallsThatHaveTheirEffectAndNotOfOthers() {
		this.simulator.script(ScriptedFault.on("sendMessage").status(500).build());
		this.simulator.script(ScriptedFault.on("sendMessage").status(500).execute().build());
		this.bot.call("sendMessage?chat_id=7&text=one");
		this.bot.call("sendMessage?chat_id=7&text=two");
		this.bot.call("sendMessage?chat_id=7");
		assertThat(this.history).filteredOn(HistoryEvent.Executed.class::isInstance)
			.singleElement(type(HistoryEvent.Executed.class))
			.satisfies((executed) -> {
				assertThat(executed.method()).isEqualTo("sendMessage");
				assertThat(executed.parameters()).containsEntry("text", "two");
				assertThat(executed.connection()).isPositive();
			});
	}

	@Test
	void tellsWhenPollsAndConnectionsBeginAndEnd() throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write("GET " + this.bot.path("getUpdates?timeout=50") + " HTTP/1.1\r\nHost: x\r\n\r\n");
			await().until(() -> this.history.contains(new HistoryEvent.PollBegan(BOT, 1)));
		}
		await().untilAsserted(() -> assertThat(this.history).containsExactlyInAnyOrder(new HistoryEvent.Opened(1),
				new HistoryEvent.Requested(1), new HistoryEvent.PollBegan(BOT, 1), new HistoryEvent.PollEnded(BOT, 1),
				new HistoryEvent.Closed(1)));
	}

	private static boolean isOfConnection(HistoryEvent event) {
		return event instanceof HistoryEvent.Opened || event instanceof HistoryEvent.Requested
				|| event instanceof HistoryEvent.Closed || event instanceof HistoryEvent.PollBegan
				|| event instanceof HistoryEvent.PollEnded;
	}

}
