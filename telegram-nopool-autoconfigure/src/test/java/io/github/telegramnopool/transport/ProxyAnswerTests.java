// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.time.Duration;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProxyAnswer}.
 */
class ProxyAnswerTests {

	private static final String ROUTE = "/127.0.0.1:3128 => api.telegram.org/<unresolved>:443, ";

	@ParameterizedTest
	@ValueSource(strings = { "http, basic, " + ROUTE + "status: 407 Proxy Authentication Required",
			"http, basic, " + ROUTE + "status: 401 Unauthorized",
			"socks5, password, " + ROUTE + "authStatus: FAILURE(255)" })
	void knowsRefusedCredentials(String message) {
		ProxyConnectException failure = new ProxyConnectException(message);
		assertThat(ProxyAnswer.isRefusedCredentials(failure)).isTrue();
		assertThat(describe(failure, "user")).startsWith("socks5 proxy proxy.test:1080 refused the credentials (")
			.contains("telegram.proxy.username", "telegram.proxy.password");
	}

	@Test
	void saysThatTheProxyWantsNoPassword() {
		ProxyConnectException failure = new ProxyConnectException(
				"socks5, password, " + ROUTE + "unexpected authMethod: UNACCEPTED(255)");
		assertThat(ProxyAnswer.isRefusedCredentials(failure)).isTrue();
		assertThat(describe(failure, "user")).contains("accepts no login by user and password");
		assertThat(describe(failure, null)).contains("asks for credentials (UNACCEPTED(255))");
	}

	@Test
	void doubtsTheTypeOfAProxyThatAnswersInAnotherProtocol() {
		assertThat(describe(new NotSslRecordException("not an SSL/TLS record: 5454502f"), null))
			.contains("answered in another protocol than SOCKS5", "telegram.proxy.type")
			.doesNotContain("5454502f");
	}

	@Test
	void saysThatTheProxyAsksForCredentials() {
		ProxyConnectException failure = new ProxyConnectException(
				"http, none, " + ROUTE + "status: 407 Proxy Authentication Required");
		assertThat(describe(failure, null))
			.isEqualTo("socks5 proxy proxy.test:1080 asks for credentials (407 Proxy Authentication Required): "
					+ "see telegram.proxy.username and telegram.proxy.password");
	}

	@Test
	void namesTheSchemesThatTheProxyWants() {
		HttpHeaders headers = new DefaultHttpHeaders().add("Proxy-Authenticate", "Digest realm=\"proxy\", nonce=\"1\"")
			.add("Proxy-Authenticate", "NTLM");
		HttpProxyConnectException failure = new HttpProxyConnectException(
				"http, basic, " + ROUTE + "status: 407 Proxy Authentication Required", headers);
		assertThat(describe(failure, "user")).endsWith(". It wants Digest or NTLM, but only Basic is supported");
		headers.add("Proxy-Authenticate", "Basic realm=\"proxy\"");
		assertThat(describe(failure, "user")).doesNotContain("It wants");
	}

	@ParameterizedTest
	@CsvSource({ "'http, none, ', status: 503 Service Unavailable, 503 Service Unavailable",
			"'socks5, none, ', status: CONNECTION_REFUSED(5), CONNECTION_REFUSED(5)",
			"'socks4, none, ', status: REJECTED_OR_FAILED(91), REJECTED_OR_FAILED(91)" })
	void repeatsWhatTheProxySaysAndWhatToDo(String protocol, String text, String said) {
		ProxyConnectException failure = new ProxyConnectException(protocol + ROUTE + text);
		assertThat(ProxyAnswer.isRefusedCredentials(failure)).isFalse();
		assertThat(describe(failure, null))
			.isEqualTo("socks5 proxy proxy.test:1080 opened no tunnel to api.telegram.org: " + "it answered " + said
					+ ". It can't reach that host, or its rules forbid it: its log tells more");
	}

	@Test
	void doubtsTheTypeOfAProxyThatSpeaksNoHttp() {
		ProxyConnectException failure = new ProxyConnectException("http, none, " + ROUTE + "status: 999 Unknown");
		assertThat(describe(failure, null)).contains("does not speak HTTP", "telegram.proxy.type");
	}

	@Test
	void doubtsThatASocks4ProxyResolvesNames() {
		ProxyConnectException failure = new ProxyConnectException(
				"socks4, none, " + ROUTE + "status: REJECTED_OR_FAILED(91)");
		ProxySettings proxy = new ProxySettings(ProxyType.SOCKS4, "proxy.test", 1080, null, null);
		assertThat(new ProxyAnswer(proxy, "api.telegram.org", Duration.ofSeconds(10)).describe(failure))
			.endsWith("Or it knows no SOCKS4a, by which names are resolved: try socks5");
	}

	@Test
	void takesNoAnswerForASlowOrForeignProxy() {
		ProxyConnectException failure = new ProxyConnectException("socks5, none, " + ROUTE + "timeout");
		assertThat(ProxyAnswer.isRefusedCredentials(failure)).isFalse();
		assertThat(describe(failure, null)).startsWith("socks5 proxy proxy.test:1080 opened no tunnel within 10 s")
			.contains("telegram.proxy.type");
	}

	@Test
	void tellsOfAConnectionThatTheProxyClosed() {
		String closed = "socks5 proxy proxy.test:1080 closed the connection instead of opening a tunnel to api.telegram.org";
		assertThat(describe(new IOException("Connection reset"), null)).startsWith(closed);
		assertThat(describe(new ProxyConnectException("socks5, none, " + ROUTE + "disconnected"), null))
			.startsWith(closed);
	}

	@Test
	void noFailureIsNoRefusal() {
		assertThat(ProxyAnswer.isRefusedCredentials(null)).isFalse();
	}

	private static String describe(Throwable failure, @Nullable String username) {
		ProxySettings proxy = new ProxySettings(ProxyType.SOCKS5, "proxy.test", 1080, username,
				(username != null) ? "secret" : null);
		return new ProxyAnswer(proxy, "api.telegram.org", Duration.ofSeconds(10)).describe(failure);
	}

}
