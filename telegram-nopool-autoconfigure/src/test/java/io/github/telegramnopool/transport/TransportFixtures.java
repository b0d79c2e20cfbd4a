// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What tests of other packages need of this one.
 */
public final class TransportFixtures {

	/**
	 * The secret half of {@link #TOKEN}.
	 */
	public static final String SECRET = "AAsecret-secret_secret-secret-0123";

	public static final String TOKEN = "4242:" + SECRET;

	private static final Duration SECOND = Duration.ofSeconds(1);

	private TransportFixtures() {
	}

	public static BotTransport transport(String url) {
		return transport(url, ClientCustomizers.none());
	}

	public static BotTransport transport(String url, ClientCustomizers customizers) {
		return new BotTransport("telegram-test", settings(url, null), 1, 0, customizers);
	}

	/**
	 * A transport through an HTTP proxy on the loopback interface.
	 */
	public static BotTransport transport(String url, int proxyPort) {
		return transport(url, proxyPort, ClientCustomizers.none());
	}

	public static BotTransport transport(String url, int proxyPort, ClientCustomizers customizers) {
		ProxySettings proxy = new ProxySettings(ProxyType.HTTP, "127.0.0.1", proxyPort, null, null);
		return new BotTransport("telegram-test", settings(url, proxy), 1, 0, customizers);
	}

	/**
	 * What changes nothing but that calls go through the {@code WebClient}.
	 */
	public static ClientCustomizers throughTheWebClient() {
		return new ClientCustomizers(List.of(), List.of((builder) -> {
		}));
	}

	private static final PhaseTimes NO_TIMES = new PhaseTimes(Map.of());

	public static TransportSettings settings(String url, @Nullable ProxySettings proxy) {
		return new TransportSettings(URI.create(url), BotToken.of(TOKEN), false, proxy,
				new PhaseTimeouts(SECOND, SECOND, SECOND), Duration.ZERO, null);
	}

	public static HttpAnswer answer(int status, @Nullable String contentType, @Nullable String retryAfter,
			String body) {
		return new HttpAnswer(status, contentType, retryAfter, body.getBytes(StandardCharsets.UTF_8), () -> NO_TIMES);
	}

	public static TransportException failure(Phase phase, boolean permanent, String message) {
		return new TransportException(phase, phase.compareTo(Phase.REQUEST) >= 0, permanent, NO_TIMES, message, null);
	}

	/**
	 * A port that refuses connections.
	 */
	public static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

}
