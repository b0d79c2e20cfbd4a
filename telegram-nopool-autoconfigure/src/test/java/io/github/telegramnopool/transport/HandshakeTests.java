// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that a handshake resumes the session of an earlier one.
 */
@Timeout(60)
class HandshakeTests {

	private static final int CONCURRENT_CALLS = 64;

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final List<AutoCloseable> opened = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (int i = this.opened.size() - 1; i >= 0; i--) {
			this.opened.get(i).close();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "JDK", "OPENSSL" })
	void oneCallAfterAnotherResumes(SslProvider provider) {
		TlsServer server = keep(new TlsServer());
		BotTransport transport = transport(server, provider);
		for (int i = 0; i < 10; i++) {
			call(transport);
		}
		assertThat(server.handshakes()).isEqualTo(10);
		assertThat(server.resumed()).isEqualTo(9);
	}

	@ParameterizedTest
	@EnumSource(names = { "JDK", "OPENSSL" })
	void otherTransportsOfTheBotResumeTheSameSessions(SslProvider provider) {
		TlsServer server = keep(new TlsServer());
		BotTransport calls = transport(server, provider);
		call(calls);
		BotTransport polls = keep(calls.another("handshake-test-polls", 1, 0, ClientCustomizers.none()));
		call(polls);
		call(calls);
		assertThat(server.handshakes()).isEqualTo(3);
		assertThat(server.resumed()).isEqualTo(2);
	}

	/**
	 * The JDK's provider keeps one session for a server, and uses it once.
	 */
	@Test
	void concurrentCallsResumeWithTcnative() {
		TlsServer server = keep(new TlsServer());
		BotTransport transport = transport(server, SslProvider.OPENSSL);
		calls(transport, 2 * CONCURRENT_CALLS);
		int handshakes = server.handshakes();
		int resumed = server.resumed();
		calls(transport, 5 * CONCURRENT_CALLS);
		assertThat(server.handshakes() - handshakes).isEqualTo(5 * CONCURRENT_CALLS);
		assertThat(server.resumed() - resumed).isGreaterThanOrEqualTo(5 * CONCURRENT_CALLS * 99 / 100);
	}

	private static void calls(BotTransport transport, int count) {
		Flux.range(0, count)
			.flatMap((number) -> transport.call("sendMessage", BODY, LONG), CONCURRENT_CALLS)
			.blockLast(LONG);
	}

	private static void call(BotTransport transport) {
		assertThat(transport.call("sendMessage", BODY, LONG).block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
	}

	private BotTransport transport(TlsServer server, SslProvider provider) {
		TransportSettings settings = server.settings(null);
		return keep(new BotTransport("handshake-test", settings, new Routes("test", settings.routes()),
				new ClientSslContext(settings.sslBundle(), supported(provider)), 2, 0, ClientCustomizers.none(),
				NameService.JVM));
	}

	private static SslProvider supported(SslProvider provider) {
		assumeTrue(provider == SslProvider.JDK || OpenSsl.isAvailable(),
				() -> "netty-tcnative has no native library for this platform: " + OpenSsl.unavailabilityCause());
		return provider;
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

}
