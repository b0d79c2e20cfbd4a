// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;

import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the user is told when a proxy is not what it was taken for, or does not say what
 * is wrong.
 */
class ProxyTrapTests {

	private static final String CREDENTIALS = "bot:" + SingleTry.PASSWORD + "@";

	@Test
	void authenticationRequiredWithTheConnectionHeldOpen() throws IOException {
		String answer = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n";
		assertNoTunnel(ScriptedServer.answering(answer), "http", "telegram.proxy.password");
	}

	@Test
	void authenticationByDigestOnly() throws IOException {
		String answer = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Digest realm=\"x\"\r\n"
				+ "Content-Length: 0\r\n\r\n";
		assertNoTunnel(ScriptedServer.answering(answer), "http", "It wants Digest, but only Basic is supported");
	}

	@Test
	void connectAnsweredWithAnErrorPage() throws IOException {
		String page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
		String head = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n";
		assertNoTunnel(ScriptedServer.answering(head.formatted(page.length()) + page), "http", "its log tells more");
	}

	/**
	 * As squid's stock configuration does with any port but 443.
	 */
	@Test
	void connectForbiddenByARule() throws IOException {
		assertNoTunnel(ScriptedServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), "http",
				"its rules forbid it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void unresolvableProxyHost(String scheme) {
		SingleTry.through(scheme + "://proxy.invalid:3128")
			.assertTold(Phase.DNS, scheme + " proxy proxy.invalid:3128", "is it right");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks4", "socks5" })
	void proxyNotRunning(String scheme) {
		int port = ClosedPort.on("127.0.0.1");
		SingleTry.through(scheme + "://127.0.0.1:" + port)
			.assertTold(Phase.TCP, scheme + " proxy 127.0.0.1:" + port, "is it running?");
	}

	/**
	 * As squid and tinyproxy treat who speaks SOCKS to them: they wait for the end of a
	 * line.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "http", "socks4", "socks5" })
	void proxyThatNeverAnswers(String scheme) throws IOException {
		assertNoTunnel(ScriptedServer.answering(""), scheme, "telegram.proxy.type");
	}

	/**
	 * As ssh -D treats what it can't reach, and most SOCKS proxies who speaks HTTP to
	 * them.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "http", "socks4", "socks5" })
	void proxyThatHangsUpAtOnce(String scheme) throws IOException {
		assertNoTunnel(ScriptedServer.answeringAndClosing(""), scheme, "telegram.proxy.type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "socks4", "socks5" })
	void socksSpokenToAnHttpPortThatComplains(String scheme) throws IOException {
		String answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
		assertNoTunnel(ScriptedServer.answeringAndClosing(answer), scheme, "telegram.proxy.type");
	}

	@Test
	void httpSpokenToASocksPortThatRefuses() throws IOException {
		assertNoTunnel(ScriptedServer.answeringAndClosing("\u0005\u00ff"), "http", "telegram.proxy.type");
	}

	/**
	 * With a fatal alert, of an unexpected message.
	 */
	@Test
	void httpSpokenToATlsPort() throws IOException {
		assertNoTunnel(ScriptedServer.answeringAndClosing("\u0015\u0003\u0001\u0000\u0002\u0002\n"), "http",
				"telegram.proxy.type");
	}

	@Test
	void httpSpokenToATlsPortThatKnowsHttp() throws IOException {
		String page = "The plain HTTP request was sent to HTTPS port";
		String head = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n";
		assertNoTunnel(ScriptedServer.answeringAndClosing(head.formatted(page.length()) + page), "http",
				"its log tells more");
	}

	@Test
	void socks5ServerThatWantsAnotherLogin() throws IOException {
		assertNoTunnel(ScriptedServer.answering("\u0005\u00ff"), "socks5", "telegram.proxy.password");
	}

	@Test
	void socks5RuleThatForbidsTheTarget() throws IOException {
		ScriptedServer server = ScriptedServer.following((client) -> {
			ScriptedServer.read(client);
			ScriptedServer.say(client, "\u0005\u0000");
			ScriptedServer.read(client);
			ScriptedServer.say(client, "\u0005\u0002\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000");
			ScriptedServer.read(client);
		});
		assertNoTunnel(server, "socks5", "its rules forbid it");
	}

	private static void assertNoTunnel(ScriptedServer server, String scheme, String cure) throws IOException {
		try (server) {
			String url = server.url(scheme);
			String login = scheme.equals("socks4") ? "" : CREDENTIALS;
			SingleTry.through(url.replace("://", "://" + login))
				.assertTold(Phase.PROXY, url.replace("://", " proxy "), cure);
		}
	}

}
