// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One update cannot be read and stops all others.
 */
class F49OddUpdateTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void whateverIsInAnUpdateCostsNoOther() {
		List<String> batch = List.of(message(1, "\"plain\""), "{\"update_id\":2,\"brand_new\":{\"x\":1}}",
				"{\"update_id\":3,\"message\":[]}", "{\"update_id\":4,\"message\":{\"date\":\"yesterday\",\"chat\":7}}",
				"null", "7", "[]", "{}", "{\"message\":" + content("\"without an id\"") + "}",
				"{\"update_id\":\"nonsense\",\"message\":" + content("\"without a real id\"") + "}",
				"{\"update_id\":5,\"message\":" + content("[".repeat(500) + "]".repeat(500)) + "}",
				"{\"update_id\":6,\"brand_new\":" + "{\"x\":".repeat(2000) + "1" + "}".repeat(2000) + "}",
				message(7, "\"\uD83D\uDE00 \uD842\uDFB7\""), message(8, "\"lone \\ud83d surrogate\""),
				"{\"update_id\":9,\"message\":" + content("\"one\"") + ",\"message\":" + content("\"two\"") + "}",
				"{\"update_id\":10,\"message\":null}", "{\"update_id\":11}", message(12, "\"last\""));
		answer("{\"ok\":true,\"result\":[" + String.join(",", batch) + "]}");
		try (RunningBot bot = this.telegram.settings("http").run(Listeners.class);
				OperatorLog log = OperatorLog.open()) {
			Listeners listeners = bot.bean(Listeners.class);
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> offsets().contains("13"));
			assertThat(listeners.texts).contains("plain", "\uD83D\uDE00 \uD842\uDFB7", "last")
				.anyMatch((text) -> text.startsWith("lone ") && text.endsWith(" surrogate"))
				.doesNotContain("without an id", "without a real id");
			assertThat(listeners.unknown).contains(2L);
			assertThat(listeners.unreadable).contains(3L, 4L, 5L);
			assertThat(listeners.ids).as("each told in one way").doesNotHaveDuplicates().hasSize(12);
			assertThat(log.warnings()).isNotEmpty().allSatisfy((line) -> assertThat(line).hasSizeLessThan(1000));
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	private static String message(long id, String text) {
		return "{\"update_id\":%d,\"message\":%s}".formatted(id, content(text));
	}

	private static String content(String text) {
		return "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":%s}".formatted(text);
	}

	private void answer(String body) {
		this.telegram.simulator()
			.script(ScriptedFault.on("getUpdates").status(200).body(body.getBytes(StandardCharsets.UTF_8)).build());
	}

	private List<String> offsets() {
		return this.telegram.simulator()
			.requests()
			.stream()
			.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
			.map((request) -> String.valueOf(request.parameters().get("offset")))
			.toList();
	}

	static class Listeners {

		private final List<String> texts = new CopyOnWriteArrayList<>();

		private final List<Long> unknown = new CopyOnWriteArrayList<>();

		private final List<Long> unreadable = new CopyOnWriteArrayList<>();

		private final List<Long> ids = new CopyOnWriteArrayList<>();

		@EventListener
		void on(MessageEvent event) {
			this.texts.add(String.valueOf(event.message().text()));
			this.ids.add((long) event.update().updateId());
		}

		@EventListener
		void unknown(UnknownUpdateEvent event) {
			this.unknown.add((long) event.update().updateId());
			this.ids.add((long) event.update().updateId());
		}

		@EventListener
		void unreadable(UnreadableUpdateEvent event) {
			this.unreadable.add(event.updateId());
			this.ids.add(event.updateId());
		}

	}

}
