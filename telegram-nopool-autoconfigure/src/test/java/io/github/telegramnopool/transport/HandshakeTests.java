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
		TlsServer server = server(provider);
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
		TlsServer server = server(provider);
		BotTransport calls = transport(server, provider);
		call(calls);
		BotTransport polls = keep(calls.another("handshake-test-polls", 1, 0, ClientCustomizers.none()));
		call(polls);
		call(calls);
		assertThat(server.handshakes()).isEqualTo(3);
		assertThat(server.resumed()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "JDK", "OPENSSL" })
	void concurrentCallsResume(SslProvider serversProvider) {
		for (SslProvider provider : List.of(SslProvider.JDK, SslProvider.OPENSSL)) {
			TlsServer server = server(serversProvider);
			BotTransport transport = transport(server, provider);
			calls(transport, 256);
			int before = server.handshakes(); int beforeResumed = server.resumed();
			calls(transport, 1000);
			System.out.println("FIG server=" + serversProvider + " client=" + provider + " warm " + beforeResumed + "/" + before + " then " + (server.resumed() - beforeResumed) + "/" + (server.handshakes() - before));
		}
	}

	private static void calls(BotTransport transport, int count) {
		Flux.range(0, count).flatMap((number) -> transport.call("sendMessage", BODY, LONG), 64).blockLast(LONG.multipliedBy(3));
	}

	private static void call(BotTransport transport) {
		assertThat(transport.call("sendMessage", BODY, LONG).block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
	}

	private TlsServer server(SslProvider provider) {
		assumeTrue(provider == SslProvider.JDK || OpenSsl.isAvailable(),
				() -> "netty-tcnative has no native library for this platform: " + OpenSsl.unavailabilityCause());
		return keep(new TlsServer(provider, Duration.ofMillis(5)));
	}

	private BotTransport transport(TlsServer server, SslProvider provider) {
		TransportSettings plain = TransportFixtures.settings("https://localhost:" + server.port(), null);
		TransportSettings settings = new TransportSettings(plain.baseUrl(), plain.token(), false, plain.routes(),
				new PhaseTimeouts(LONG, LONG, LONG), Duration.ZERO, null);
		return keep(new BotTransport("handshake-test", settings, new Routes("test", plain.routes()),
				new ClientSslContext(TlsServer.bundle(), provider), 2, 0, ClientCustomizers.none(), NameService.JVM));
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

}
