// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.integration.FileDescriptors;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F01: an interrupted request takes nothing with it that the next one needs.
 */
@Tag("long")
class F01InterruptedExchangesTests {

	private static final int CALLS = 900;

	private static final int POLLS = 100;

	/**
	 * The last poll's own deadline and the pause after it, with what a busy machine may
	 * add.
	 */
	private static final Duration RECOVERY = Duration.ofSeconds(25);

	@Test
	void recoversAfterAThousandInterruptedExchanges() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			long descriptors = FileDescriptors.open();
			try (RunningBot bot = ImpatientPoller.withoutTls(telegram, "socks5")
				.with("telegram.polling.timeout", "1s")
				.with("telegram.http.connect-timeout", "300ms")
				.with("telegram.http.proxy-timeout", "1s")
				.with("telegram.http.tls-timeout", "300ms")
				.with("telegram.http.call-timeout", "2s")
				.with("telegram.http.max-concurrent-calls", 0)
				.run(HeardTexts.class)) {
				await().until(() -> telegram.simulator().polls() == 1);
				// The request reaches Telegram, the answer never comes back
				telegram.proxy().faults().all(Fault.blackHoleAfter(0, Direction.DOWN));
				telegram.proxy().freezeLive();
				// On a busy machine some get no further than the proxy
				while (telegram.simulator().received("sendMessage") < CALLS) {
					interruptCalls(bot);
				}
				interruptPolls(telegram, bot);
				long interrupted = telegram.simulator().received("sendMessage")
						+ telegram.simulator().received("getUpdates");
				await().atMost(Duration.ofSeconds(5)).until(() -> telegram.proxy().open() <= 1);
				long during = FileDescriptors.open();

				telegram.proxy().faults().none();
				telegram.peer().write(7, "healed");
				long healed = System.nanoTime();
				await().atMost(RECOVERY).until(() -> HeardTexts.of(bot).contains("healed"));
				Duration recovery = Duration.ofNanos(System.nanoTime() - healed);

				System.out.printf(
						"F01: %d requests received and never answered, heard again %d ms after the path healed, "
								+ "file descriptors before %d, after the interruptions %d%n",
						interrupted, recovery.toMillis(), descriptors, during);
				assertThat(interrupted).isGreaterThanOrEqualTo(CALLS + POLLS);
				assertThat(HeardTexts.of(bot)).containsExactly("healed");
				assertThat(bot.blockingApi().sendMessage(SendMessage.of(8, "Works")).text()).isEqualTo("Works");
			}
			await().atMost(Duration.ofSeconds(5)).until(() -> telegram.proxy().open() == 0);
			assertThat(telegram.proxy().tunnels()).allMatch((tunnel) -> tunnel.closedAt() != null);
			assertThat(telegram.simulator().maxPolls()).isEqualTo(1);
			await().atMost(Duration.ofSeconds(5)).until(() -> FileDescriptors.open() <= descriptors + 5);
		}
	}

	private static void interruptCalls(RunningBot bot) {
		Flux.range(0, CALLS / 3)
			.flatMap((number) -> bot.api()
				.sendMessage(SendMessage.of(42, "No " + number))
				.then(Mono.<String>empty())
				.onErrorResume(TelegramException.class, (ex) -> Mono.just(ex.getClass().getSimpleName())), 300)
			.collectList()
			.doOnNext((failures) -> assertThat(failures).hasSize(CALLS / 3))
			.block(Duration.ofMinutes(2));
	}

	private static void interruptPolls(TelegramBehindProxy telegram, RunningBot bot) {
		for (int i = 0; i < POLLS; i++) {
			int before = telegram.simulator().received("getUpdates");
			bot.poller().pause();
			bot.poller().resume();
			await().pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(2))
				.until(() -> telegram.simulator().received("getUpdates") > before);
		}
	}

}
