// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * With a proxy configured, everything goes through it or nowhere.
 */
class ProxyPromiseTests {

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5", "socks5h" })
	void neverBypassesTheProxy(String scheme) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings(scheme)
					.with("telegram.http.call-timeout", "2s")
					.with("telegram.http.hedge-after", 0)
					.run(EchoBot.class)) {
			telegram.peer().write(42, "Hi");
			await().untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
			await().untilAsserted(
					() -> assertThat(telegram.simulator().connections()).hasSameSizeAs(telegram.proxy().tunnels()));
			telegram.proxy().refuseConnections();
			telegram.proxy().resetLive();
			await().until(() -> bot.status().state() == PollerState.FAILING);
			int before = telegram.simulator().connections().size();
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> bot.blockingApi().sendMessage(SendMessage.of(42, "Hi")));
			await().until(() -> bot.status().consecutiveFailures() >= 2);
			assertThat(telegram.simulator().connections()).hasSize(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5", "socks5h" })
	void resolvesTheApiHostOnlyAtTheProxy(String scheme) {
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> InetAddress.getByName(TelegramBehindProxy.HOST));
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings(scheme).with("telegram.http.hedge-after", 0).run(EchoBot.class)) {
			assertThat(bot.blockingApi().getMe(GetMe.of()).id()).isEqualTo(RunningBot.ID);
			await().until(() -> telegram.simulator().polls() == 1);
			assertThat(telegram.proxy().tunnels()).isNotEmpty().allSatisfy((tunnel) -> {
				assertThat(tunnel.addressType()).isEqualTo(TunnelRecord.AddressType.NAME);
				assertThat(tunnel.host()).isEqualTo(TelegramBehindProxy.HOST);
				assertThat(tunnel.port()).isEqualTo(443);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void logsInToTheProxy(String scheme) {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				RunningBot bot = telegram.settings(scheme).with("telegram.http.hedge-after", 0).run(EchoBot.class)) {
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
			await().until(() -> telegram.simulator().polls() == 1);
			assertThat(telegram.proxy().tunnels())
				.allMatch((tunnel) -> tunnel.credentials() == TunnelRecord.Credentials.ACCEPTED);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void namesTheProxyThatRefusesTheCredentials(String scheme) {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				RunningBot bot = telegram.settings(scheme)
					.with("telegram.proxy.url", scheme + "://bot:wr0ng-s3cret@127.0.0.1:" + telegram.proxy().port())
					.run()) {
			assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> bot.blockingApi().getMe())
				.withMessageContaining(scheme + " proxy 127.0.0.1:" + telegram.proxy().port())
				.withMessageContaining("telegram.proxy.password")
				.withMessageNotContaining("wr0ng-s3cret");
			assertThat(telegram.proxy().tunnels()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void startsWithTheProxyDown(String scheme) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			telegram.proxy().refuseConnections();
			try (RunningBot bot = telegram.settings(scheme).run(EchoBot.class)) {
				telegram.peer().write(42, "Anybody there?");
				await().until(() -> bot.status().consecutiveFailures() >= 2);
				assertThat(bot.status().lastFailure()).contains("refused the connection");
				telegram.proxy().acceptConnections();
				await().untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
				assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
			}
		}
	}

	@Test
	void repeatsACallThatWasNotSentUntilTheProxyIsBack() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").run()) {
			telegram.proxy().refuseConnections();
			AtomicInteger answers = new AtomicInteger();
			bot.api().sendMessage(SendMessage.of(42, "Hi")).subscribe((message) -> answers.incrementAndGet());
			telegram.proxy().acceptConnections();
			await().untilAtomic(answers, equalTo(1));
			assertThat(telegram.simulator().executed("sendMessage")).isEqualTo(1);
		}
	}

}
