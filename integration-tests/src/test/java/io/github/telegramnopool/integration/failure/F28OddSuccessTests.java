// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.ScriptedFaultBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F28: a 200 is a success only if its content says so, whatever its headers say.
 */
class F28OddSuccessTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void takesNoOddAnswerForAnEmptyList() {
		Map<ScriptedFaultBuilder, String> answers = new LinkedHashMap<>();
		answers.put(getUpdates().header("Content-Type", "text/html").body("<html>Please sign in</html>"),
				"HTTP 200 (text/html, 27 bytes)");
		answers.put(getUpdates().body(""), "HTTP 200 (application/json, 0 bytes)");
		answers.put(getUpdates().body("{}"), "2 bytes");
		answers.put(getUpdates().body("[]"), "2 bytes");
		answers.put(getUpdates().body("null"), "4 bytes");
		answers.put(getUpdates().body("true"), "4 bytes");
		answers.put(getUpdates().body("{\"ok\":true}"), "can't be used");
		answers.put(getUpdates().body("{\"ok\":true,\"result\":null}"), "can't be used");
		answers.put(getUpdates().body("{\"ok\":true,\"result\":{}}"), "not a list");
		answers.put(getUpdates().body("{\"ok\":\"true\",\"result\":[]}"), "can't be used");
		answers.put(getUpdates().status(204), "HTTP 204");
		this.telegram.simulator().script(getUpdates().body("").build());
		this.telegram.peer().write(7, "behind the portal");
		try (RunningBot bot = this.telegram.settings("http").run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			answers.forEach((answer, told) -> {
				poller.fail(answer.build());
				assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
				assertThat(bot.status().lastFailure()).contains(told);
			});
			assertThat(HeardTexts.of(bot)).isEmpty();
			assertThat(log.traces()).isEmpty();
			poller.heal();
			await().until(() -> HeardTexts.of(bot).contains("behind the portal"));
		}
	}

	@Test
	void takesJsonUnderAnyContentType() {
		this.telegram.simulator()
			.script(ScriptedFault.on("*").always().execute().header("Content-Type", "text/plain").build());
		this.telegram.peer().write(7, "plain");
		try (RunningBot bot = this.telegram.settings("http").run(HeardTexts.class)) {
			await().until(() -> HeardTexts.of(bot).contains("plain"));
			assertThat(bot.status().consecutiveFailures()).isZero();
		}
	}

	@Test
	void takesJsonBehindAByteOrderMark() {
		this.telegram.simulator()
			.script(getUpdates()
				.body("\uFEFF{\"ok\":true,\"result\":[{\"update_id\":5,\"message\":{\"message_id\":1,"
						+ "\"date\":0,\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"marked\"}}]}")
				.times(1)
				.build());
		try (RunningBot bot = this.telegram.settings("http").run(HeardTexts.class)) {
			await().until(() -> HeardTexts.of(bot).contains("marked"));
			assertThat(bot.status().consecutiveFailures()).isZero();
		}
	}

	private static ScriptedFaultBuilder getUpdates() {
		return ScriptedFault.on("getUpdates").always();
	}

}
