// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.transport.BotToken;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.PhaseTimeouts;
import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.TransportException;
import io.github.telegramnopool.transport.TransportSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F52: the library below opens another connection for a call that has failed, unasked.
 */
class F52HiddenResendTests {

	private static final int CALLS = 50;

	private final AtomicInteger accepted = new AtomicInteger();

	/**
	 * Reset at once, or with a request in the socket's buffer.
	 */
	@ParameterizedTest
	@CsvSource({ "http, false", "http, true", "https, false", "https, true" })
	void opensOneConnectionForEachCall(String scheme, boolean reads) throws IOException {
		try (ServerSocket server = resetting(reads);
				BotTransport transport = transport(scheme + "://127.0.0.1:" + server.getLocalPort(), null)) {
			assertOneEach(transport);
		}
	}

	@ParameterizedTest
	@CsvSource({ "http, false", "socks5, true" })
	void alsoThroughAProxy(String scheme, boolean reads) throws IOException {
		try (ServerSocket server = resetting(reads);
				BotTransport transport = transport("https://api.telegram.test",
						ProxySettings.parse(scheme + "://127.0.0.1:" + server.getLocalPort()))) {
			assertOneEach(transport);
		}
	}

	private void assertOneEach(BotTransport transport) {
		for (int i = 0; i < CALLS; i++) {
			assertThatExceptionOfType(TransportException.class)
				.isThrownBy(() -> transport.call("sendMessage", "{}".getBytes(), Duration.ofSeconds(10)).block());
		}
		assertThat(this.accepted).hasValue(CALLS);
		assertThat(transport.connections().opened()).isEqualTo(CALLS);
	}

	private ServerSocket resetting(boolean reads) throws IOException {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread thread = new Thread(() -> {
			try {
				while (true) {
					reset(server.accept(), reads);
				}
			}
			catch (IOException ex) {
				// The server is closed
			}
		}, "resetting");
		thread.setDaemon(true);
		thread.start();
		return server;
	}

	private void reset(Socket client, boolean reads) throws IOException {
		this.accepted.incrementAndGet();
		try (client) {
			if (reads) {
				client.getInputStream().read();
			}
			client.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// The client was quicker
		}
	}

	private static BotTransport transport(String url, @Nullable ProxySettings proxy) {
		Duration second = Duration.ofSeconds(1);
		return new BotTransport("once",
				new TransportSettings(URI.create(url), BotToken.of(RunningBot.TOKEN), false, proxy,
						new PhaseTimeouts(second, second, second), Duration.ZERO, null),
				1, 0, ClientCustomizers.none());
	}

}
