package io.github.telegramnopool.transport;

import java.io.IOException;
import java.time.Duration;

import io.netty.handler.proxy.ProxyConnectException;
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

	private final ProxyAnswer answer = new ProxyAnswer();

	@ParameterizedTest
	@ValueSource(strings = { "http, basic, " + ROUTE + "status: 407 Proxy Authentication Required",
			"socks5, password, " + ROUTE + "authStatus: FAILURE(255)",
			"socks5, none, " + ROUTE + "unexpected authMethod: UNACCEPTED(255)" })
	void knowsRefusedCredentials(String message) {
		ProxyConnectException failure = new ProxyConnectException(message);
		assertThat(this.answer.isRefusedCredentials(failure)).isTrue();
		assertThat(describe(failure)).startsWith("P refused the credentials (")
			.contains("telegram.proxy.username", "telegram.proxy.password");
	}

	@ParameterizedTest
	@CsvSource({ "'http, none, ', status: 503 Service Unavailable, 503 Service Unavailable",
			"'socks5, none, ', status: CONNECTION_REFUSED(5), CONNECTION_REFUSED(5)",
			"'socks4, none, ', status: REJECTED_OR_FAILED(91), REJECTED_OR_FAILED(91)" })
	void repeatsWhatTheProxySays(String protocol, String text, String said) {
		ProxyConnectException failure = new ProxyConnectException(protocol + ROUTE + text);
		assertThat(this.answer.isRefusedCredentials(failure)).isFalse();
		assertThat(describe(failure)).isEqualTo("P opened no tunnel: it answered " + said);
	}

	@Test
	void takesNoAnswerForASlowOrForeignProxy() {
		ProxyConnectException failure = new ProxyConnectException("socks5, none, " + ROUTE + "timeout");
		assertThat(this.answer.isRefusedCredentials(failure)).isFalse();
		assertThat(describe(failure)).startsWith("P opened no tunnel within 10 s").contains("telegram.proxy.type");
	}

	@Test
	void tellsOfAConnectionThatTheProxyClosed() {
		assertThat(describe(new IOException("Connection reset")))
			.isEqualTo("P closed the connection before it opened a tunnel: Connection reset");
	}

	@Test
	void noFailureIsNoRefusal() {
		assertThat(this.answer.isRefusedCredentials(null)).isFalse();
	}

	private String describe(Throwable failure) {
		return this.answer.describe("P", failure, Duration.ofSeconds(10));
	}

}
