// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.simulator.ConnectionRecord;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One connection for each call, closed after it.
 */
class ConnectionPromiseTests {

	@Test
	void neverReusesAConnection() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http").run(EchoBot.class)) {
			Flux.range(0, 50)
				.flatMap((number) -> bot.api().sendMessage(SendMessage.of(42, "No " + number)), 8)
				.blockLast(Duration.ofSeconds(30));
			telegram.peer().write(43, "Hi");
			await().untilAsserted(() -> assertThat(telegram.peer().transcript(43)).hasSize(2));
			List<ConnectionRecord> connections = telegram.simulator().connections();
			assertThat(connections).hasSizeGreaterThan(50).allMatch((connection) -> connection.requests() <= 1);
			assertThat(telegram.simulator().requests())
				.allSatisfy((request) -> assertThat(request.headers()).containsEntry("connection", "close"));
			await().atMost(Duration.ofSeconds(3))
				.untilAsserted(() -> assertThat(telegram.simulator().connections())
					.filteredOn((connection) -> connection.closedAt() == null)
					.hasSizeLessThanOrEqualTo(1));
		}
	}

	@Test
	void closesEverySocketItOpened() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			long before = FileDescriptors.open();
			try (RunningBot bot = telegram.settings("socks5")
				.with("telegram.http.call-timeout", "1s")
				.run(EchoBot.class)) {
				// Not to let the first handshakes of a JVM compete within the call's time
				await().until(() -> telegram.simulator().polls() == 1);
				assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
				telegram.proxy()
					.faults()
					.percent(80, 1, List.of(Fault.ignore(), Fault.failTunnel(), Fault.blackHoleAfter(0),
							Fault.blackHoleAfter(1000), Fault.resetAfter(0), Fault.resetAfter(1000)));
				telegram.simulator().script(ScriptedFault.on("sendMessage").times(10).never().build());
				Flux.range(0, 100)
					.flatMap((number) -> bot.api()
						.sendMessage(SendMessage.of(42, "No " + number))
						.onErrorResume(TelegramException.class, (ex) -> Mono.empty()), 20)
					.blockLast(Duration.ofSeconds(60));
				telegram.proxy().faults().none();
				cancelOneInEachPhase(telegram, bot);
			}
			// The bot has ended its connections by itself: the proxy still runs
			await().atMost(Duration.ofSeconds(3)).until(() -> telegram.proxy().open() == 0);
			await().untilAsserted(() -> assertThat(telegram.simulator().connections())
				.allMatch((connection) -> connection.closedAt() != null));
			await().atMost(Duration.ofSeconds(3)).until(() -> FileDescriptors.open() <= before + 5);
		}
	}

	private static void cancelOneInEachPhase(TelegramBehindProxy telegram, RunningBot bot) {
		for (Fault fault : List.of(Fault.ignore(), Fault.blackHoleAfter(0))) {
			await().until(() -> telegram.proxy().open() <= 1);
			long before = telegram.proxy().opened();
			telegram.proxy().faults().all(fault);
			var call = bot.api().getMe().subscribe();
			await().until(() -> telegram.proxy().opened() > before);
			call.dispose();
			await().atMost(Duration.ofSeconds(1)).until(() -> telegram.proxy().open() <= 1);
			telegram.proxy().faults().none();
		}
	}

}
