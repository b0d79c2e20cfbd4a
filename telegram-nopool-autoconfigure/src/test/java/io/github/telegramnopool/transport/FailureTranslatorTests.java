// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureTranslator}.
 */
class FailureTranslatorTests {

	private static final Duration DEADLINE = Duration.ofMillis(2500);

	private static final ProxySettings PROXY = new ProxySettings(ProxyType.SOCKS5, "proxy.test", 1080, "user",
			"the-password");

	@ParameterizedTest
	@CsvSource({ "WAITING, no other call ended within 2500 ms", "DNS, the name of api.test was not resolved within",
			"TCP, api.test accepted no connection within", "TLS, no TLS handshake with api.test within",
			"REQUEST, the request was sent but not answered within",
			"RESPONSE, the request was sent but not answered within" })
	void namesThePhaseThatTheDeadlineHit(Phase phase, String message) {
		TransportException failure = translate(new OverdueException(DEADLINE), phase, null);
		assertThat(failure).hasMessageContaining(message).hasNoCause();
		assertThat(failure.phase()).isEqualTo(phase);
		assertThat(failure.isPermanent()).isFalse();
	}

	@Test
	void blamesNoLimitThatIsNotThere() {
		assertThat(new FailureTranslator(settings(null), false).translate(new OverdueException(DEADLINE),
				new Exchange().giveUp()))
			.hasMessage("no connection was begun within 2500 ms, is the machine overloaded?");
	}

	@Test
	void namesTheProxyThatTheDeadlineHit() {
		assertThat(translate(new OverdueException(DEADLINE), Phase.PROXY, PROXY))
			.hasMessage("socks5 proxy proxy.test:1080 opened no tunnel within 2500 ms");
	}

	@Test
	void tellsOfANameThatCannotBeResolved() {
		assertThat(translate(new UnknownHostException("proxy.test"), Phase.DNS, PROXY)).hasMessage(
				"the name of socks5 proxy proxy.test:1080 cannot be resolved, is it right and does this machine have DNS?");
		assertThat(translate(new IOException("broken"), Phase.DNS, null))
			.hasMessage("resolving the name of api.test failed: broken");
	}

	@Test
	void tellsWhoRefusedTheConnection() {
		assertThat(translate(new ConnectException("refused"), Phase.TCP, PROXY))
			.hasMessage("socks5 proxy proxy.test:1080 refused the connection, is it running?");
		assertThat(translate(new ConnectException("refused"), Phase.TCP, null))
			.hasMessage("api.test refused the connection");
		assertThat(translate(new ConnectTimeoutException("late"), Phase.TCP, null))
			.hasMessage("api.test accepted no connection within 1 s");
		assertThat(translate(new IOException("Too many open files"), Phase.TCP, null))
			.hasMessage("no connection to api.test: Too many open files");
	}

	@Test
	void refusedCredentialsOfTheProxyArePermanent() {
		TransportException failure = translate(
				new SSLException("failure when writing TLS control frames",
						new ProxyConnectException("socks5, password, x => y, authStatus: FAILURE(255)")),
				Phase.PROXY, PROXY);
		assertThat(failure.isPermanent()).isTrue();
		assertThat(failure).hasMessageContaining("refused the credentials")
			.hasCauseInstanceOf(ProxyConnectException.class);
		assertThat(failure.isRequestSent()).isFalse();
	}

	@Test
	void anUntrustedCertificateIsPermanent() {
		SSLHandshakeException handshake = new SSLHandshakeException("PKIX path building failed");
		handshake.initCause(new CertificateException("unable to find valid certification path"));
		TransportException failure = translate(handshake, Phase.TLS, null);
		assertThat(failure.isPermanent()).isTrue();
		assertThat(failure).hasMessageContaining("the certificate of api.test is not trusted")
			.hasMessageContaining("telegram.ssl.bundle");
	}

	@Test
	void tellsOfALateHandshake() {
		TransportException failure = translate(new SslHandshakeTimeoutException("handshake timed out after 2000ms"),
				Phase.TLS, PROXY);
		assertThat(failure.isPermanent()).isFalse();
		assertThat(failure).hasMessageContaining("no TLS handshake with api.test within 1 s")
			.hasMessageContaining("The tunnel through socks5 proxy proxy.test:1080 stands");
	}

	@Test
	void tellsOfAnAnswerThatIsTooLarge() {
		assertThat(translate(new OversizedAnswerException(new byte[0]), Phase.RESPONSE, null))
			.hasMessage("the answer is larger than can be taken");
	}

	@Test
	void looksBehindTheWebClientsException() {
		URI uri = URI.create("https://api.test/getMe");
		WebClientRequestException wrapper = new WebClientRequestException(new IOException("Connection reset"),
				HttpMethod.POST, uri, new HttpHeaders());
		assertThat(translate(wrapper, Phase.RESPONSE, null))
			.hasMessage("the connection was lost after the request was sent: Connection reset")
			.hasCauseExactlyInstanceOf(IOException.class);
	}

	@Test
	void namesAFailureWithoutMessage() {
		assertThat(translate(new IOException(), Phase.RESPONSE, null)).hasMessageEndingWith(": IOException");
	}

	@ParameterizedTest
	@EnumSource(Phase.class)
	void neverTellsThePassword(Phase phase) {
		assertThat(translate(new IOException("x"), phase, PROXY).getMessage()).doesNotContain("the-password", "user");
	}

	private static TransportException translate(Throwable failure, Phase phase, @Nullable ProxySettings proxy) {
		boolean sent = phase.compareTo(Phase.REQUEST) >= 0;
		Progress progress = new Progress(phase, sent, new Route(proxy), new PhaseTimes(Map.of()));
		return new FailureTranslator(settings(proxy), true).translate(failure, progress);
	}

	private static TransportSettings settings(@Nullable ProxySettings proxy) {
		return TransportFixtures.settings("https://api.test", proxy);
	}

}
