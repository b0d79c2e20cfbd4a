// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.Journal;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One bad update is handled for ever.
 */
class F48FailingListenerTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void whatFailsIsToldOnceAndLeftBehind() {
		List<String> texts = List.of("before", "exception", "recursion", "memory", "after");
		try (RunningBot bot = this.telegram.settings("http").run(Listeners.class);
				OperatorLog log = OperatorLog.open()) {
			List<Long> ids = texts.stream().map((text) -> this.telegram.peer().write(42, text)).toList();
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> this.telegram.peer().confirmed() == ids.get(4) && this.telegram.peer().pending() == 0);
			Listeners listeners = bot.bean(Listeners.class);
			assertThat(listeners.first).isEqualTo(texts);
			assertThat(listeners.bad).isEqualTo(texts);
			assertThat(listeners.last).isEqualTo(texts);
			assertThat(listeners.failures).extracting((event) -> (long) event.update().updateId())
				.isEqualTo(ids.subList(1, 4));
			assertThat(listeners.failures).extracting((event) -> event.exception().getClass().getSimpleName())
				.containsExactly("IllegalStateException", "StackOverflowError", "OutOfMemoryError");
			assertThat(log.warnings()).hasSize(3)
				.allMatch((line) -> line.startsWith("ERROR The listener Listeners.bad"));
			assertThat(log.warnings()).extracting((line) -> Long.valueOf(line.replaceAll("\\D", "")))
				.isEqualTo(ids.subList(1, 4));
			assertThat(log.traces()).hasSize(3);
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	@Test
	void whatFailsOnceIsTriedAgainWhereAskedFor() {
		try (RunningBot bot = this.telegram.settings("http").with("telegram.dispatch.attempts", 2).run(Listeners.class);
				OperatorLog log = OperatorLog.open()) {
			this.telegram.peer().write(42, "once");
			this.telegram.peer().write(42, "after");
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> bot.bean(Listeners.class).last.contains("after"));
			Listeners listeners = bot.bean(Listeners.class);
			assertThat(listeners.first).containsExactly("once", "after");
			assertThat(listeners.bad).containsExactly("once", "once", "after");
			assertThat(listeners.failures).isEmpty();
			assertThat(log.warnings()).isEmpty();
		}
	}

	@Test
	void aListenerThatFillsTheMemoryIsSurvived() throws Exception {
		Journal journal = new Journal(this.directory.resolve("journal"));
		Map<String, Object> properties = new LinkedHashMap<>(this.telegram.settings("http").properties());
		properties.put("journal", journal.file());
		properties.put("telegram.polling.timeout", "2s");
		try (ChildBot bot = ChildBot.run(this.directory, DeliveryApplication.class, properties, "-Xmx64m")) {
			for (int i = 1; i <= 3; i++) {
				this.telegram.peer().write(42, "fill " + i);
				this.telegram.peer().write(42 + i, "beside " + i);
			}
			long last = this.telegram.peer().write(42, "after");
			Awaitility.await()
				.atMost(Duration.ofSeconds(120))
				.untilAsserted(() -> assertThat(this.telegram.peer().confirmed()).as(bot::output).isEqualTo(last));
			assertThat(journal.entries("begun")).contains("fill 1", "fill 2", "fill 3");
			assertThat(journal.entries("handled")).contains("after", "beside 1", "beside 3");
			this.telegram.peer().write(42, "reply");
			Awaitility.await()
				.atMost(Duration.ofSeconds(120))
				.untilAsserted(() -> assertThat(this.telegram.peer().transcript(42)).as(bot::output).hasSize(6));
		}
	}

	static class Listeners {

		private final List<String> first = new CopyOnWriteArrayList<>();

		private final List<String> bad = new CopyOnWriteArrayList<>();

		private final List<String> last = new CopyOnWriteArrayList<>();

		private final List<UpdateFailedEvent> failures = new CopyOnWriteArrayList<>();

		private Object memory = "";

		@EventListener
		@Order(1)
		void first(MessageEvent event) {
			this.first.add(String.valueOf(event.message().text()));
		}

		@EventListener
		@Order(2)
		void bad(MessageEvent event) {
			String text = String.valueOf(event.message().text());
			boolean known = this.bad.contains(text);
			this.bad.add(text);
			switch (text) {
				case "exception" -> throw new IllegalStateException("As told");
				case "recursion" -> bad(event, 0);
				case "memory" -> this.memory = new long[Integer.MAX_VALUE];
				case "once" -> {
					if (!known) {
						throw new IllegalStateException("As told");
					}
				}
				default -> this.memory = text;
			}
		}

		private int bad(MessageEvent event, int depth) {
			return bad(event, depth + 1) + 1;
		}

		@EventListener
		@Order(3)
		void last(MessageEvent event) {
			this.last.add(String.valueOf(event.message().text()));
		}

		@EventListener
		void failed(UpdateFailedEvent event) {
			this.failures.add(event);
		}

	}

}
