// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F22: one of the addresses leads nowhere, mostly the one of IPv6.
 */
class F22DeadAddressTests {

	private static final String HOST = "api.telegram.test";

	/**
	 * Also where the JVM was told to prefer the other family.
	 */
	@Test
	void triesIpv4First(@TempDir Path directory) throws IOException {
		HostsFile hosts = new HostsFile(directory);
		try (TelegramSimulator telegram = TelegramSimulator.builder().names(HOST).build().start();
				TrapPort ipv6 = new TrapPort("::1", telegram.tlsPort())) {
			hosts.maps(HOST, "::1", "127.0.0.1");
			RunningBot.Settings settings = RunningBot.settings().reaching(telegram, HOST);
			try (ChildBot bot = new RunningChild(settings).run(directory,
					hosts.options("-Djava.net.preferIPv6Addresses=true"))) {
				telegram.bot(RunningBot.ID).write(42, "Hi");
				await().atMost(RunningChild.START)
					.untilAsserted(() -> assertThat(telegram.bot(RunningBot.ID).transcript(42)).hasSize(2));
				assertThat(ipv6.connections()).isZero();
			}
		}
	}

	@Test
	void anAddressThatHasFailedIsTriedLast(@TempDir Path directory) throws IOException {
		HostsFile hosts = new HostsFile(directory);
		try (TelegramSimulator telegram = TelegramSimulator.builder().names(HOST).build().start();
				UnresponsivePort dead = new UnresponsivePort("127.0.0.2", telegram.tlsPort())) {
			hosts.maps(HOST, "127.0.0.2", "127.0.0.1");
			assertFirstSlowThenQuick(directory, hosts, RunningBot.settings().reaching(telegram, HOST),
					telegram.bot(RunningBot.ID));
			assertThat(dead).isNotNull();
		}
	}

	@Test
	void soIsAnAddressOfTheProxy(@TempDir Path directory) throws IOException {
		HostsFile hosts = new HostsFile(directory);
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				UnresponsivePort dead = new UnresponsivePort("127.0.0.2", telegram.proxy().port())) {
			hosts.maps("proxy.test", "127.0.0.2", "127.0.0.1");
			assertFirstSlowThenQuick(directory, hosts, telegram.settings("http")
				.with("telegram.proxy.url", "http://proxy.test:" + telegram.proxy().port()), telegram.peer());
			assertThat(dead).isNotNull();
		}
	}

	private static void assertFirstSlowThenQuick(Path directory, HostsFile hosts, RunningBot.Settings settings,
			SimulatedBot peer) throws IOException {
		settings.with("telegram.http.connect-timeout", "4s");
		try (ChildBot bot = new RunningChild(settings).run(directory, hosts.options())) {
			peer.write(42, "Hi");
			await().atMost(RunningChild.START)
				.untilAsserted(() -> assertThat(peer.transcript(42)).as(bot::output).hasSize(2));
			// Each transport finds out for itself
			assertThat(bot.output()).doesNotContain("hears nothing");
			long began = System.nanoTime();
			for (int i = 0; i < 3; i++) {
				peer.write(42, "Again");
			}
			await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(peer.transcript(42)).hasSize(8));
			assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(3900);
		}
	}

}
