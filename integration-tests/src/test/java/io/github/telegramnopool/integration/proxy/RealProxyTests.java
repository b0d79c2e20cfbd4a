package io.github.telegramnopool.integration.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Conversations through the proxies that people have, with a Telegram whose name only the
 * proxy resolves.
 */
@Testcontainers(disabledWithoutDocker = true)
class RealProxyTests {

	@ParameterizedTest
	@EnumSource
	void holdsAConversation(RealProxy kind) {
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> InetAddress.getByName(ProxyContainer.API_HOST));
		try (ProxyContainer proxy = kind.start(); TelegramSimulator simulator = simulator(proxy)) {
			try (RunningBot bot = settings(simulator, proxy.url()).run(EchoBot.class)) {
				SimulatedBot peer = simulator.bot(RunningBot.ID);
				peer.write(42, "/start me");
				peer.write(42, "Hi");
				await().untilAsserted(() -> assertThat(peer.transcript(42)).hasSize(4));
				assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
			}
			assertThat(simulator.connections()).hasSizeGreaterThan(4)
				.allMatch((connection) -> connection.requests() == 1 || connection.closedAt() != null)
				.allMatch((connection) -> connection.requests() <= 1);
			// Every connection was a tunnel asked for by name, none came another way
			await().untilAsserted(() -> assertThat(proxy.tunnels()).as(proxy::accessLog)
				.hasSameSizeAs(simulator.connections())
				.containsOnly(ProxyContainer.API_HOST + ":" + simulator.tlsPort()));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SQUID_BASIC", "MICROSOCKS_PASSWORD" })
	void saysWhatTheProxyRefuses(RealProxy kind) {
		try (ProxyContainer proxy = kind.start(); TelegramSimulator simulator = simulator(proxy)) {
			try (RunningBot bot = settings(simulator, proxy.urlWithWrongPassword()).run(EchoBot.class)) {
				assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> bot.blockingApi().getMe())
					.withMessageContaining("telegram.proxy.password")
					.withMessageContaining("refused the credentials");
				await().untilAsserted(
						() -> assertThat(bot.status().lastFailure()).isNotNull().contains("telegram.proxy.password"));
			}
			assertThat(simulator.connections()).isEmpty();
		}
	}

	private static TelegramSimulator simulator(ProxyContainer proxy) {
		return TelegramSimulator.builder().host(proxy.hostAddress()).names(ProxyContainer.API_HOST).build().start();
	}

	private static RunningBot.Settings settings(TelegramSimulator simulator, String proxy) {
		return RunningBot.settings().reaching(simulator, ProxyContainer.API_HOST).with("telegram.proxy.url", proxy);
	}

}
