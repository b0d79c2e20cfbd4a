// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.nio.file.Path;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * F18: a proxy is configured and something goes past it, although Telegram could be
 * reached directly.
 */
class F18ProxyForEverythingTests {

	private static final byte[] CONTENT = new byte[100_000];

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void pollsCallsUploadsAndDownloadsGoThroughIt(String scheme, @TempDir Path directory) {
		try (TelegramSimulator telegram = TelegramSimulator.builder().build().start();
				FaultProxy proxy = FaultProxy.builder().build().start();
				RunningBot bot = RunningBot.settings()
					.reaching(telegram, "localhost")
					.with("telegram.proxy.url", proxy.url(scheme))
					.with("telegram.http.call-timeout", "1s")
					.with("telegram.http.hedge-after", 0)
					.run(EchoBot.class)) {
			telegram.bot(RunningBot.ID).write(42, "Hi");
			await().untilAsserted(() -> assertThat(telegram.bot(RunningBot.ID).transcript(42)).hasSize(2));
			Document document = bot.blockingApi()
				.sendDocument(SendDocument.of(42, InputFile.of(CONTENT, "a.bin")))
				.document();
			assertThat(document).isNotNull();
			Path target = directory.resolve("a.bin");
			assertThat(bot.blockingApi().download(document.fileId(), target)).hasBinaryContent(CONTENT);
			assertThat(bot.bean(TelegramDoctor.class).examine().block()).asString()
				.contains("via " + scheme + " proxy 127.0.0.1:" + proxy.port());
			await().until(() -> telegram.polls() == 1);
			await().untilAsserted(() -> assertThat(telegram.connections()).hasSameSizeAs(proxy.tunnels()));
			proxy.refuseConnections();
			proxy.resetLive();
			int before = telegram.connections().size();
			assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> bot.blockingApi().getMe());
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> bot.blockingApi().download(document.fileId(), target));
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> bot.blockingApi().sendDocument(SendDocument.of(42, InputFile.of(CONTENT, "a.bin"))));
			await().until(() -> bot.status().consecutiveFailures() >= 1);
			assertThat(telegram.connections()).hasSize(before);
		}
	}

}
