// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.time.Duration;

import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.integration.proxy.ScriptedServer;
import io.github.telegramnopool.integration.proxy.SingleTry;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F14: a proxy whose way to Telegram is down says so.
 */
class F14RefusedTunnelTests {

	private static final String PAGE = "<html><body>{\"ok\":true,\"result\":[]}</body></html>";

	@ParameterizedTest
	@CsvSource({ "http, 502 Bad Gateway", "socks5, FAILURE(1)" })
	void repeatsWhatTheProxySaysAndTriesOn(String scheme, String said) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			telegram.proxy().faults().all(Fault.failTunnel());
			try (RunningBot bot = telegram.settings(scheme).run(EchoBot.class)) {
				telegram.peer().write(42, "Are you there?");
				await().until(() -> bot.status().consecutiveFailures() >= 1);
				assertThat(bot.status().lastFailure()).contains("not sent (PROXY)",
						"opened no tunnel to " + TelegramBehindProxy.HOST + ": it answered " + said);
				telegram.proxy().faults().none();
				await().atMost(Duration.ofSeconds(6))
					.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
			}
		}
	}

	/**
	 * With and without a length, and never read as an answer of Telegram.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout" })
	void doesNotWaitForTheEndOfAPage(String status) throws IOException {
		String head = "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n";
		assertTold(head + "\r\n" + PAGE, status);
		assertTold(head + "Content-Length: " + PAGE.length() + "\r\n\r\n" + PAGE, status);
		assertTold(head + "Content-Length: 100000\r\n\r\n" + PAGE, status);
	}

	private static void assertTold(String answer, String status) throws IOException {
		try (ScriptedServer proxy = ScriptedServer.answering(answer)) {
			String url = proxy.url("http");
			SingleTry.through(url)
				.assertTold(Phase.PROXY, url.replace("://", " proxy "), "it answered " + status + ". It can't reach");
		}
	}

}
