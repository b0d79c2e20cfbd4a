package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;

import io.github.telegramnopool.integration.proxy.TunnelClient.TunnelRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests the proxies by themselves, so that a failing test of the bot behind them is about
 * the bot.
 */
@Testcontainers(disabledWithoutDocker = true)
class ProxyContainersTests {

	@Test
	void apiHostIsUnknownOutsideTheProxies() {
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> InetAddress.getByName(ProxyContainer.API_HOST));
	}

	@ParameterizedTest
	@EnumSource
	void tunnelsToTheApiHostByNameAndRecordsIt(RealProxy kind) throws Exception {
		try (ProxyContainer proxy = kind.start(); GreetingServer server = new GreetingServer(proxy.hostAddress())) {
			String answer = new TunnelClient(proxy.url()).readFrom(ProxyContainer.API_HOST, server.port());
			assertThat(answer).isEqualTo(GreetingServer.GREETING);
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(proxy.tunnels()).as(proxy::accessLog)
					.containsExactly(ProxyContainer.API_HOST + ":" + server.port()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusesWhatItCannotReach(RealProxy kind) throws IOException {
		try (ProxyContainer proxy = kind.start()) {
			TunnelClient client = new TunnelClient(proxy.url());
			assertThatExceptionOfType(TunnelRefusedException.class)
				.isThrownBy(() -> client.readFrom("unknown.test", 443));
			assertThatExceptionOfType(TunnelRefusedException.class)
				.isThrownBy(() -> client.readFrom(ProxyContainer.API_HOST, closedPort(proxy.hostAddress())));
			assertThat(proxy.tunnels()).as(proxy::accessLog).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SQUID_BASIC", "MICROSOCKS_PASSWORD" })
	void refusesWrongAndMissingPasswords(RealProxy kind) throws Exception {
		try (ProxyContainer proxy = kind.start(); GreetingServer server = new GreetingServer(proxy.hostAddress())) {
			for (String url : new String[] { proxy.urlWithWrongPassword(), proxy.urlWithoutPassword() }) {
				assertThatExceptionOfType(TunnelRefusedException.class)
					.isThrownBy(() -> new TunnelClient(url).readFrom(ProxyContainer.API_HOST, server.port()))
					.withMessageMatching("HTTP/1.1 407 .*|method 255|login \\d+");
			}
			assertThat(proxy.tunnels()).as(proxy::accessLog).isEmpty();
		}
	}

	private static int closedPort(String address) throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
			return socket.getLocalPort();
		}
	}

}
