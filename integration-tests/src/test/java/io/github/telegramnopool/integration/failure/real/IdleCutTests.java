// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.time.Duration;

import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.proxy.RealProxy;
import io.github.telegramnopool.simulator.ConnectionRecord;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F11: haproxy in front of a proxy cuts each connection that is idle for three seconds,
 * and a poll is idle for as long as nobody writes.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
class IdleCutTests {

	@Test
	void hearsOnAndDoesNotHurry() {
		try (TelegramBehindRealProxy telegram = TelegramBehindRealProxy.throughHaproxyAnd(RealProxy.SQUID);
				NumberedTalk talk = new NumberedTalk(telegram,
						telegram.settings().with("telegram.polling.timeout", "30s"));
				OperatorLog log = OperatorLog.open()) {
			long began = System.nanoTime();
			talk.awaitPoll();
			for (int cuts = 1; cuts <= 3; cuts++) {
				int expected = cuts;
				await().atMost(Duration.ofSeconds(10)).until(() -> cuts(telegram.simulator()) == expected);
				talk.write();
				talk.awaitHeard(Duration.ofSeconds(3));
			}
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(log.warnings()).filteredOn((line) -> line.contains("cuts connections"))
					.singleElement()
					.asString()
					.contains("idle for about 3 s", "telegram.polling.timeout"));
			double seconds = (System.nanoTime() - began) / 1e9;
			assertThat(telegram.simulator().received("getUpdates") / seconds).isLessThan(2);
			talk.assertKept();
		}
	}

	/**
	 * Everything but polls is over in less.
	 */
	private static long cuts(TelegramSimulator simulator) {
		return simulator.connections()
			.stream()
			.filter((connection) -> connection.closedAt() != null)
			.filter((connection) -> lifetime(connection).compareTo(Duration.ofMillis(2900)) > 0)
			.count();
	}

	private static Duration lifetime(ConnectionRecord connection) {
		return Duration.between(connection.openedAt(), connection.closedAt());
	}

}
