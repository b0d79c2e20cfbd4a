// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.proxy.ScriptedServer;
import io.github.telegramnopool.integration.proxy.SingleTry;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F17: the port speaks another protocol than the one that is configured. More of such
 * ports are in {@code ProxyTrapTests}.
 */
class F17WrongProxyTypeTests {

	private static final String DOUBT = "is telegram.proxy.type right?";

	@Test
	void socksSpokenToAnHttpProxy() throws IOException {
		assertTold("socks5",
				ScriptedServer.answeringAndClosing("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"), DOUBT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void spokenToAPortThatWaitsForSomethingElse(String scheme) throws IOException {
		assertTold(scheme, ScriptedServer.answering(""), DOUBT);
	}

	@Test
	void httpSpokenToAPortForTls() throws IOException {
		assertTold("http", ScriptedServer.answeringAndClosing("\u0015\u0003\u0003\u0000\u0002\u0002\u0046"),
				"telegram.proxy.type");
	}

	@Test
	void aProxyBehindTlsFailsTheStart() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(
				() -> RunningBot.settings().with("telegram.proxy.url", "https://u:secret@127.0.0.1:1").run().close())
			.havingRootCause()
			.withMessageContaining("telegram.proxy.url")
			.withMessageContaining("Most proxies that are called HTTPS proxies are reached by http")
			.withMessageNotContaining("secret");
	}

	private static void assertTold(String scheme, ScriptedServer port, String cure) throws IOException {
		try (port) {
			String url = port.url(scheme);
			SingleTry.through(url).assertTold(Phase.PROXY, url.replace("://", " proxy "), cure);
		}
	}

}
