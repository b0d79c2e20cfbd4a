// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * F57: the proxy's URL holds a password, and is told at start-up and in failures. What
 * every logger writes at TRACE is searched by {@code SecretPromiseTests}.
 */
class F57ProxyPasswordTests {

	private static final String PASSWORD = "wr0ng-h0rse";

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void operatorReadsWhichProxyItIsAndNothingElse(String scheme) {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				RunningBot bot = telegram.settings(scheme)
					.with("telegram.http.proxy-timeout", "1s")
					.run(EchoBot.class)) {
			String proxy = scheme + " proxy 127.0.0.1:" + telegram.proxy().port();
			await().until(() -> telegram.simulator().polls() == 1);
			try (OperatorLog log = OperatorLog.open()) {
				telegram.proxy().faults().all(Fault.failTunnel());
				telegram.proxy().resetLive();
				await().untilAsserted(() -> assertThat(bot.status().lastFailure()).contains(proxy));
				assertThat(bot.status().toString()).doesNotContain(TelegramBehindProxy.PASSWORD);
				assertThat(log.lines()).isNotEmpty().noneMatch((line) -> line.contains(TelegramBehindProxy.PASSWORD));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void refusedPasswordIsNotTold(String scheme) {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				RunningBot bot = telegram.settings(scheme)
					.with("telegram.proxy.url", scheme + "://bot:" + PASSWORD + "@127.0.0.1:" + telegram.proxy().port())
					.run()) {
			RequestNotSentException failure = catchThrowableOfType(RequestNotSentException.class,
					() -> bot.blockingApi().getMe());
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace, true));
			assertThat(trace.toString()).contains("telegram.proxy.password").doesNotContain(PASSWORD);
		}
	}

}
