// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.time.Duration;

import io.github.telegramnopool.integration.proxy.TunnelClient.TunnelRefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests proxies by themselves, one for each protocol, so that a failing test of the bot
 * behind them is about the bot.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
class ProxyContainersTests {

	@ParameterizedTest
	@EnumSource(names = { "SQUID", "MICROSOCKS" })
	void tunnelsToTheApiHostByNameAndRecordsIt(RealProxy proxy) throws Exception {
		try (ProxyContainer container = ProxyContainer.open(proxy.program());
				GreetingServer server = new GreetingServer(container.hostAddress())) {
			TunnelClient client = new TunnelClient(container.url(proxy));
			assertThatExceptionOfType(TunnelRefusedException.class)
				.isThrownBy(() -> client.readFrom("unknown.test", 443));
			assertThatExceptionOfType(TunnelRefusedException.class)
				.isThrownBy(() -> client.readFrom(ProxyContainer.API_HOST, ClosedPort.on(container.hostAddress())));
			assertThat(client.readFrom(ProxyContainer.API_HOST, server.port())).isEqualTo(GreetingServer.GREETING);
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(container.tunnels()).as(container::accessLog)
					.containsExactly(ProxyContainer.API_HOST + ":" + server.port()));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SQUID", "MICROSOCKS" })
	void refusesWrongAndMissingPasswords(RealProxy proxy) throws Exception {
		try (ProxyContainer container = ProxyContainer.withPassword(proxy.program());
				GreetingServer server = new GreetingServer(container.hostAddress())) {
			for (String url : new String[] { container.urlWithWrongPassword(proxy),
					container.urlWithoutPassword(proxy) }) {
				// A reset can overtake the answer where the engine forwards the port
				await().atMost(Duration.ofSeconds(10))
					.untilAsserted(() -> assertThatExceptionOfType(TunnelRefusedException.class)
						.isThrownBy(() -> new TunnelClient(url).readFrom(ProxyContainer.API_HOST, server.port()))
						.withMessageMatching("HTTP/1.1 407 .*|method 255|login \\d+"));
			}
			assertThat(container.tunnels()).as(container::accessLog).isEmpty();
			TunnelClient client = new TunnelClient(container.url(proxy));
			assertThat(client.readFrom(ProxyContainer.API_HOST, server.port())).isEqualTo(GreetingServer.GREETING);
		}
	}

}
