// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A connection is announced to be used once, so that the server ends it and no port of
 * the bot's machine has to wait.
 */
class ConnectionEndTests {

	private static final int CALLS = 50;

	private static final int SIZE = 1000;

	@Test
	void everyRequestAnnouncesTheEnd() throws IOException {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").run(EchoBot.class)) {
			Document document = bot.blockingApi()
				.sendDocument(SendDocument.of(42, InputFile.of(new byte[SIZE], "a.bin")))
				.document();
			try (InputStream content = bot.blockingApi().download(document.fileId())) {
				assertThat(content.readAllBytes()).hasSize(SIZE);
			}
			telegram.peer().write(42, "Hi");
			await().untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(3));
			assertThat(telegram.simulator().requests()).extracting((request) -> request.method())
				.contains("sendDocument", "getFile", "getUpdates", "sendMessage");
			assertThat(telegram.simulator().requests())
				.allSatisfy((request) -> assertThat(request.headers()).containsEntry("connection", "close"));
			await().atMost(Duration.ofSeconds(5))
				.untilAsserted(() -> assertThat(telegram.simulator().connections())
					.filteredOn((connection) -> connection.closedAt() == null)
					.hasSizeLessThanOrEqualTo(1));
		}
	}

	@Test
	@EnabledOnOs(value = OS.LINUX, disabledReason = "the table of sockets is a file there")
	void noPortOfTheClientWaits() {
		try (TelegramSimulator simulator = TelegramSimulator.builder().build().start();
				RunningBot bot = RunningBot.settings().reaching(simulator, "localhost").run()) {
			InetSocketAddress address = new InetSocketAddress("127.0.0.1", simulator.tlsPort());
			// Another server may have had the port within the last minute
			Set<String> before = TimeWait.ofClientsOf(address);
			for (int i = 0; i < CALLS; i++) {
				bot.blockingApi().sendMessage(SendMessage.of(42, "No " + i));
			}
			await().until(() -> !TimeWait.isYetToCome(address));
			assertThat(before).containsAll(TimeWait.ofClientsOf(address));
		}
	}

}
