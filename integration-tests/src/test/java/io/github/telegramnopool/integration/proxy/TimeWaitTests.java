// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TimeWait;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Behind a proxy the bot's machine has as many ports for a minute as there are: about 470
 * connections a second use them up, if each port has to wait for that minute.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the table of sockets is a file there")
class TimeWaitTests {

	private static final int CALLS = 100;

	@ParameterizedTest
	@EnumSource(names = { "SQUID", "TINYPROXY" })
	void noPortOfTheBotWaits(RealProxy proxy) {
		try (ProxyContainer container = ProxyContainer.open(proxy.program());
				TelegramSimulator simulator = TelegramSimulator.builder()
					.host(container.hostAddress())
					.names(ProxyContainer.API_HOST)
					.build()
					.start()) {
			InetSocketAddress address = reachable(new InetSocketAddress(container.address(), proxy.port()));
			try (RunningBot bot = RunningBot.settings()
				.reaching(simulator, ProxyContainer.API_HOST)
				.with("telegram.proxy.url", "%s://%s:%d".formatted(proxy.scheme(), container.address(), proxy.port()))
				.run()) {
				Set<String> before = TimeWait.ofClientsOf(address);
				for (int i = 0; i < CALLS; i++) {
					bot.blockingApi().sendMessage(SendMessage.of(42, "No " + i));
				}
				assertThat(simulator.executed("sendMessage")).isEqualTo(CALLS);
				await().until(() -> !TimeWait.isYetToCome(address));
				assertThat(before).containsAll(TimeWait.ofClientsOf(address));
			}
		}
	}

	/**
	 * The container itself: what the engine forwards would be closed by the engine.
	 */
	private static InetSocketAddress reachable(InetSocketAddress address) {
		try (Socket socket = new Socket()) {
			socket.connect(address, (int) Duration.ofSeconds(2).toMillis());
			return address;
		}
		catch (IOException ex) {
			throw new TestAbortedException("The engine's containers cannot be reached from here", ex);
		}
	}

}
