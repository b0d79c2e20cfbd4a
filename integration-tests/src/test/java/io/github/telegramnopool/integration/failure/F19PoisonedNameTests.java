// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F19: on this machine Telegram's name leads somewhere else. With a proxy it is not asked
 * for at all.
 */
class F19PoisonedNameTests {

	@Test
	void theNameIsLeftToTheProxy(@TempDir Path directory) throws IOException {
		HostsFile hosts = new HostsFile(directory);
		hosts.maps(TelegramBehindProxy.HOST, "127.0.0.1");
		try (TrapPort trap = new TrapPort("127.0.0.1", 0); TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			RunningChild child = new RunningChild(telegram.settings("socks5")
				.with("telegram.base-url", "https://" + TelegramBehindProxy.HOST + ":" + trap.port()));
			try (ChildBot bot = child.run(directory, hosts.options())) {
				telegram.peer().write(42, "Hi");
				await().atMost(RunningChild.START)
					.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).as(bot::output).hasSize(2));
				// One that another has overtaken may end before it asks for anything
				assertThat(telegram.proxy().tunnels()).extracting(TunnelRecord::addressType)
					.contains(TunnelRecord.AddressType.NAME)
					.isSubsetOf(TunnelRecord.AddressType.NAME, TunnelRecord.AddressType.NONE);
				assertThat(trap.connections()).isZero();
			}
		}
	}

}
