// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F08: calls that nobody answers take whatever calls can have, and the poll goes on.
 */
class F08BurstTests {

	@ParameterizedTest
	@ValueSource(ints = { 64, 0 })
	void pollIsOnTimeWhileTwoHundredCallsHang(int maxConcurrentCalls) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5")
					.with("telegram.polling.timeout", "1s")
					.with("telegram.http.max-concurrent-calls", maxConcurrentCalls)
					.run(Witness.class)) {
			await().until(() -> telegram.simulator().polls() == 1);
			telegram.simulator().script(ScriptedFault.on("sendMessage").never().times(200).build());
			Disposable burst = Flux.range(0, 200)
				.flatMap((number) -> bot.api().sendMessage(SendMessage.of(42, "No " + number)), 200)
				.subscribe((message) -> {
				}, (ex) -> {
				});
			int under = (maxConcurrentCalls > 0) ? maxConcurrentCalls : 200;
			await().atMost(Duration.ofSeconds(30)).until(() -> telegram.simulator().received("sendMessage") == under);
			int before = telegram.simulator().received("getUpdates");
			await().atMost(Duration.ofSeconds(6))
				.until(() -> telegram.simulator().received("getUpdates") >= before + 2);
			telegram.peer().write(43, "Hi");
			await().atMost(Duration.ofSeconds(3))
				.untilAsserted(() -> assertThat(bot.bean(Witness.class).heard).containsExactly("Hi"));
			assertThat(bot.status().consecutiveFailures()).isZero();
			assertThat(telegram.simulator().received("sendMessage")).isEqualTo(under);
			burst.dispose();
		}
	}

	static class Witness {

		final List<String> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(MessageEvent event) {
			this.heard.add(String.valueOf(event.message().text()));
		}

	}

}
