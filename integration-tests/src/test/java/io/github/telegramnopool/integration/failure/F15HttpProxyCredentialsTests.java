// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;

import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.integration.proxy.ScriptedServer;
import io.github.telegramnopool.integration.proxy.SingleTry;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F15: an HTTP proxy that asks for credentials, or for others.
 */
class F15HttpProxyCredentialsTests {

	private static final String ASKED = "HTTP/1.1 407 Proxy Authentication Required\r\n";

	@Test
	void namesThePropertiesAndNotThePassword() {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				RunningBot bot = telegram.settings("http")
					.with("telegram.proxy.url", "http://bot:wr0ng-s3cret@127.0.0.1:" + telegram.proxy().port())
					.run(EchoBot.class);
				OperatorLog log = OperatorLog.open()) {
			await().until(() -> bot.status().consecutiveFailures() >= 1);
			assertThat(bot.status().lastFailure()).contains("refused the credentials (407", "telegram.proxy.username",
					"telegram.proxy.password");
			assertThat(log.lines()).noneMatch((line) -> line.contains("wr0ng-s3cret"));
			assertThat(log.traces()).isEmpty();
			assertThat(telegram.simulator().connections()).isEmpty();
		}
	}

	/**
	 * Not all proxies say how long their page is, or close when it ends.
	 */
	@Test
	void doesNotWaitForTheEndOfARefusal() throws IOException {
		assertTold(ASKED + "Proxy-Authenticate: Basic realm=\"x\"\r\n\r\n", "telegram.proxy.password");
	}

	@ParameterizedTest
	@CsvSource({ "'Digest realm=\"x\", nonce=\"1\"', Digest", "NTLM, NTLM", "Negotiate, Negotiate" })
	void saysWhichSchemesAreNotSupported(String challenge, String scheme) throws IOException {
		assertTold(ASKED + "Proxy-Authenticate: " + challenge + "\r\n\r\n",
				"It wants " + scheme + ", but only Basic is supported");
	}

	@Test
	void sendsOtherThanAsciiInUtf8() {
		TelegramBehindProxy telegram = new TelegramBehindProxy(
				FaultProxy.builder().credentials("бот", "pässwörd").build());
		try (telegram;
				RunningBot bot = telegram.settings("http")
					.with("telegram.proxy.url",
							"http://%D0%B1%D0%BE%D1%82:p%C3%A4ssw%C3%B6rd@127.0.0.1:" + telegram.proxy().port())
					.with("telegram.http.hedge-after", 0)
					.run()) {
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
			assertThat(telegram.proxy().tunnels())
				.allMatch((tunnel) -> tunnel.credentials() == TunnelRecord.Credentials.ACCEPTED);
		}
	}

	private static void assertTold(String answer, String cure) throws IOException {
		try (ScriptedServer proxy = ScriptedServer.answering(answer)) {
			String url = proxy.url("http");
			SingleTry.through(url.replace("://", "://bot:" + SingleTry.PASSWORD + "@"))
				.assertTold(Phase.PROXY, url.replace("://", " proxy "), cure);
		}
	}

}
