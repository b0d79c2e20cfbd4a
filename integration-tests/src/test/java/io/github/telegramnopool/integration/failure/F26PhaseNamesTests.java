// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.proxy.ScriptedServer;
import io.github.telegramnopool.transport.BotToken;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.PhaseTimeouts;
import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.TransportException;
import io.github.telegramnopool.transport.TransportSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * F26: the network is slow at the proxy only, and the failure is told of another phase.
 */
class F26PhaseNamesTests {

	private static final Duration TLS = Duration.ofMillis(500);

	private static final Duration PROXY = Duration.ofSeconds(2);

	/**
	 * The handshake has its own time, however long the tunnel took, and no more.
	 */
	@ParameterizedTest
	@CsvSource({ "0, TLS, 500", "1000, TLS, 1500", "3000, PROXY, 2000" })
	void aSlowProxyIsToldFromASlowHandshake(long answersAfter, Phase phase, long expected) throws IOException {
		CountDownLatch ended = new CountDownLatch(1);
		ScriptedServer slow = ScriptedServer.following((client) -> {
			ScriptedServer.read(client);
			if (!waits(ended, answersAfter)) {
				ScriptedServer.say(client, "HTTP/1.1 200 OK\r\n\r\n");
			}
			client.getInputStream().transferTo(OutputStream.nullOutputStream());
		});
		PhaseTimeouts timeouts = new PhaseTimeouts(Duration.ofSeconds(1), PROXY, TLS);
		TransportSettings settings = new TransportSettings(URI.create("https://api.telegram.test"),
				BotToken.of(RunningBot.TOKEN), false, ProxySettings.parse(slow.url("http")), timeouts, Duration.ZERO,
				null);
		try (slow; BotTransport transport = new BotTransport("phases", settings, 1, 0, ClientCustomizers.none())) {
			// Not to take the start of the JVM's TLS for the network's
			warmUp(settings);
			long began = System.nanoTime();
			TransportException failure = catchThrowableOfType(TransportException.class,
					() -> transport.call("getMe", new byte[0], Duration.ofSeconds(20)).block());
			long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
			assertThat(failure.phase()).isEqualTo(phase);
			assertThat(took).isBetween(expected - 50, expected + 900);
			assertThat(failure).hasMessageContaining((phase == Phase.TLS) ? "within 500 ms" : "within 2 s");
			ended.countDown();
		}
	}

	private static void warmUp(TransportSettings settings) {
		try (BotTransport transport = new BotTransport("warm", settings, 1, 0, ClientCustomizers.none())) {
			transport.call("getMe", new byte[0], Duration.ofMillis(300)).onErrorComplete().block();
		}
	}

	private static boolean waits(CountDownLatch ended, long millis) {
		try {
			return ended.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

}
