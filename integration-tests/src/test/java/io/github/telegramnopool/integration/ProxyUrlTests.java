// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The ways to write {@code telegram.proxy.url}.
 */
class ProxyUrlTests {

	@ParameterizedTest
	@ValueSource(strings = { "http", "HTTP", "socks5", "socks5h", "SOCKS5H" })
	void takesAProxyByItsHostName(String scheme) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			assertReaches(telegram, scheme + "://localhost:" + telegram.proxy().port());
			assertThat(telegram.proxy().tunnels())
				.allMatch((tunnel) -> tunnel.addressType() == TunnelRecord.AddressType.NAME);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5", "socks5h" })
	void takesAnIpv6Literal(String scheme) {
		assumeTrue(ProxyUrlTests::hasIpv6Loopback, "there is no IPv6 here");
		try (TelegramBehindProxy telegram = new TelegramBehindProxy(FaultProxy.builder().host("::1").build())) {
			assertReaches(telegram, scheme + "://[::1]:" + telegram.proxy().port());
		}
	}

	@ParameterizedTest
	@CsvSource({ "http, b%40t, p%40ss%3Aw%2Frd%25%3F%23%5B%20%2B", "socks5, b%40t, p%40ss%3Aw%2Frd%25%3F%23%5B%20%2B",
			"socks5h, b%40t, p%40ss%3aw%2frd%25%3f%23%5b%20+" })
	void decodesCredentials(String scheme, String username, String password) {
		FaultProxy proxy = FaultProxy.builder().credentials("b@t", "p@ss:w/rd%?#[ +").build();
		try (TelegramBehindProxy telegram = new TelegramBehindProxy(proxy)) {
			assertReaches(telegram, scheme + "://" + username + ":" + password + "@127.0.0.1:" + proxy.port());
			assertLoggedIn(telegram);
		}
	}

	@Test
	void sendsCredentialsInUtf8ToAnHttpProxy() {
		FaultProxy proxy = FaultProxy.builder().credentials("bot", "pässwörd").build();
		try (TelegramBehindProxy telegram = new TelegramBehindProxy(proxy)) {
			assertReaches(telegram, "http://bot:p%C3%A4ssw%C3%B6rd@127.0.0.1:" + proxy.port());
			assertLoggedIn(telegram);
		}
	}

	private static void assertReaches(TelegramBehindProxy telegram, String url) {
		try (RunningBot bot = telegram.settings("http")
			.with("telegram.proxy.url", url)
			.with("telegram.http.hedge-after", 0)
			.run()) {
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
		}
		assertThat(telegram.proxy().tunnels()).hasSameSizeAs(telegram.simulator().connections());
	}

	private static void assertLoggedIn(TelegramBehindProxy telegram) {
		assertThat(telegram.proxy().tunnels()).isNotEmpty()
			.allMatch((tunnel) -> tunnel.credentials() == TunnelRecord.Credentials.ACCEPTED);
	}

	private static boolean hasIpv6Loopback() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
