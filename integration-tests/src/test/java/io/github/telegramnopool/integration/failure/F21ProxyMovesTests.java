// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F21: the proxy's name is not found, and later has another address. That a slow lookup
 * holds up no event loop is shown by {@code ConnectRaceTests}.
 */
class F21ProxyMovesTests {

	@Test
	void isFoundAtEachOfItsAddresses(@TempDir Path directory) throws IOException {
		HostsFile hosts = new HostsFile(directory);
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				FaultProxy moved = FaultProxy.builder().host("127.0.0.2").port(telegram.proxy().port()).build()) {
			moved.route(TelegramBehindProxy.HOST, telegram.simulator().tlsPort());
			String url = "socks5://proxy.test:" + telegram.proxy().port();
			try (ChildBot bot = new RunningChild(telegram.settings("socks5").with("telegram.proxy.url", url))
				.run(directory, hosts.options())) {
				await().atMost(RunningChild.START)
					.until(() -> bot.output()
						.contains("the name of " + url.replace("://", " proxy ") + " cannot be resolved"));
				hosts.maps("proxy.test", "127.0.0.1");
				telegram.peer().write(42, "Hi");
				await().atMost(Duration.ofSeconds(10))
					.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
				moved.start();
				hosts.maps("proxy.test", "127.0.0.2");
				telegram.proxy().refuseConnections();
				telegram.proxy().resetLive();
				telegram.peer().write(42, "Have you moved?");
				await().atMost(Duration.ofSeconds(10))
					.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(4));
				assertThat(moved.tunnels()).isNotEmpty();
				assertThat(bot.output()).doesNotContain("\tat ");
			}
		}
	}

}
