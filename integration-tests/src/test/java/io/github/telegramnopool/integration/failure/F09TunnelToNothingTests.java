// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * F09: a proxy says that the tunnel stands before it has reached anything.
 */
class F09TunnelToNothingTests {

	static List<Fault> faults() {
		return Stream
			.<Fault>of(Fault.blackHoleAfter(0), Fault.blackHoleAfter(1, Direction.DOWN),
					Fault.closeAfter(0, Direction.BOTH), Fault.resetAfter(0))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void saysThatItIsBehindTheProxyAndHearsAgain(Fault fault) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = settings(telegram).run(EchoBot.class)) {
			await().until(() -> telegram.simulator().polls() == 1);
			telegram.proxy().faults().all(fault);
			telegram.proxy().resetLive();
			await().until(() -> String.valueOf(bot.status().lastFailure()).contains("not sent"));
			assertThat(bot.status().lastFailure()).contains("not sent (TLS)", "TLS handshake with",
					"The tunnel through socks5 proxy", "what is behind it seems to be down");
			telegram.proxy().faults().none();
			telegram.peer().write(42, "Are you there?");
			await().atMost(Duration.ofSeconds(6))
				.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
		}
	}

	/**
	 * The time of the tunnel does not count again.
	 */
	@Test
	void failsWithinTheTimeOfTheHandshake() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = settings(telegram).with("telegram.http.proxy-timeout", "20s")
					.with("telegram.http.call-timeout", "1400ms")
					.run()) {
			telegram.proxy().faults().all(Fault.blackHoleAfter(0));
			RequestNotSentException failure = catchThrowableOfType(RequestNotSentException.class,
					() -> bot.blockingApi().sendMessage(SendMessage.of(42, "Hi")));
			assertThat(failure.phase()).isEqualTo(Phase.TLS);
			assertThat(failure).hasMessageContaining("within 500 ms");
		}
	}

	private static RunningBot.Settings settings(TelegramBehindProxy telegram) {
		return telegram.settings("socks5").with("telegram.http.tls-timeout", "500ms");
	}

}
