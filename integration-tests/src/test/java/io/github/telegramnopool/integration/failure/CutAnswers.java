// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.ScriptedFaultBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An answer with three updates, cut at one byte after the other on its way to a bot.
 */
final class CutAnswers {

	private static final List<String> TEXTS = List.of("one", "two", "three");

	private final TelegramBehindProxy telegram;

	private final String answer;

	CutAnswers(TelegramBehindProxy telegram) throws IOException {
		this.telegram = telegram;
		for (String text : TEXTS) {
			telegram.peer()
				.push("{\"message\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\""
						+ text + "\"}}");
		}
		this.answer = read(telegram);
		assertThat(this.answer).contains(TEXTS);
	}

	/**
	 * The bytes of status line and headers.
	 */
	int head() {
		return this.answer.indexOf("\r\n\r\n") + 4;
	}

	/**
	 * The bytes of all of it.
	 */
	int length() {
		return this.answer.length();
	}

	/**
	 * The same answer each time: to who asks often the server gives one update only.
	 */
	ScriptedFaultBuilder answer() {
		return ScriptedFault.on("getUpdates").always().body(this.answer.substring(head()));
	}

	/**
	 * After cuts of any number a bot has heard nothing and confirmed nothing, and then
	 * hears everything once.
	 */
	void assertNothingIsLostOrRepeated(RunningBot bot, ImpatientPoller poller, int cuts) {
		assertThat(bot.status().consecutiveFailures()).isGreaterThanOrEqualTo(cuts);
		assertThat(HeardTexts.of(bot)).isEmpty();
		assertThat(this.telegram.peer().pending()).isEqualTo(TEXTS.size());
		assertThat(this.telegram.simulator().requests())
			.filteredOn((request) -> request.method().equalsIgnoreCase("getUpdates"))
			.allSatisfy((request) -> assertThat(request.parameters()).doesNotContainKey("offset"));
		poller.heal();
		await().until(() -> this.telegram.peer().pending() == 0);
		assertThat(HeardTexts.of(bot)).containsExactlyElementsOf(TEXTS);
	}

	private static String read(TelegramBehindProxy telegram) throws IOException {
		telegram.simulator().script(ScriptedFault.on("getUpdates").execute().closeAtByte(Integer.MAX_VALUE).build());
		try (Socket socket = new Socket("127.0.0.1", telegram.simulator().port())) {
			socket.getOutputStream()
				.write(("GET /bot" + RunningBot.TOKEN + "/getUpdates HTTP/1.1\r\nHost: x\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
