// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Another connection is begun when one is not ready to carry the request.
 */
@Tag("long")
class HedgedConnectTests {

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void anotherConnectionCarriesTheRequestWhenTwoHang(String scheme) {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings(scheme).run()) {
			bot.blockingApi().getMe();
			telegram.proxy().faults().next(Fault.ignore(), Fault.blackHoleAfter(0));
			long began = System.nanoTime();
			bot.blockingApi().sendMessage(SendMessage.of(42, "Hi"));
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
			assertThat(telegram.simulator().executed("sendMessage")).isEqualTo(1);
			await().atMost(Duration.ofSeconds(3)).until(() -> telegram.proxy().open() == 0);
		}
	}

	@Test
	void takesAPlainConnectionForReadyOnlyOnceItsTunnelStands() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			telegram.proxy().route("plain.test", telegram.simulator().port());
			try (RunningBot bot = RunningBot.settings()
				.with("telegram.base-url", "http://plain.test")
				.with("telegram.proxy.url", telegram.proxy().url("http"))
				.run()) {
				telegram.proxy().faults().next(Fault.ignore());
				bot.blockingApi().sendMessage(SendMessage.of(42, "Hi"));
				assertThat(telegram.simulator().executed("sendMessage")).isEqualTo(1);
				assertThat(telegram.proxy().opened()).isGreaterThanOrEqualTo(2);
			}
		}
	}

	/**
	 * Almost every call has several connections here, many of which are ready at a time.
	 */
	@Test
	void onlyOneConnectionOfEachCallCarriesARequest() {
		int calls = 200;
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").with("telegram.http.hedge-after", "1ms").run()) {
			Flux.range(0, calls)
				.flatMap((number) -> bot.api().sendMessage(SendMessage.of(42, "No " + number)), 8)
				.blockLast(Duration.ofSeconds(60));
			assertThat(telegram.simulator().executed("sendMessage")).isEqualTo(calls);
			assertThat(telegram.simulator().received("sendMessage")).isEqualTo(calls);
			assertThat(telegram.proxy().opened()).isGreaterThan(calls);
			assertThat(telegram.simulator().connections()).allMatch((connection) -> connection.requests() <= 1);
			await().atMost(Duration.ofSeconds(3)).until(() -> telegram.proxy().open() == 0);
			await().untilAsserted(() -> assertThat(telegram.simulator().connections())
				.allMatch((connection) -> connection.closedAt() != null));
		}
	}

	/**
	 * Of several that are begun, none is dropped for the next before it had time.
	 */
	@Test
	void slowPathIsNotWorseOff() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http").run()) {
			telegram.proxy().faults().all(Fault.latency(Duration.ofMillis(700)));
			long began = System.nanoTime();
			bot.blockingApi().sendMessage(SendMessage.of(42, "Hi"));
			// The handshake, the request and its answer cross the proxy four times
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
			assertThat(telegram.simulator().executed("sendMessage")).isEqualTo(1);
		}
	}

	@Test
	void endsWhenTheTimeOfAPhaseIsOver() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http")
					.with("telegram.http.proxy-timeout", "2s")
					.with("telegram.http.call-timeout", "3s")
					.run()) {
			telegram.proxy().faults().all(Fault.ignore());
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> bot.blockingApi().sendMessage(SendMessage.of(42, "Hi")))
				.withMessageContaining("opened no tunnel within 2 s");
			await().atMost(Duration.ofSeconds(3)).until(() -> telegram.proxy().open() == 0);
		}
	}

	@Test
	void refusedCredentialsEndTheRace() {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				RunningBot bot = telegram.settings("http")
					.with("telegram.proxy.url", "http://nobody:wrong@127.0.0.1:" + telegram.proxy().port())
					.run()) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> bot.blockingApi().sendMessage(SendMessage.of(42, "Hi")))
				.withMessageContaining("refused the credentials");
			assertThat(telegram.proxy().opened()).isEqualTo(1);
		}
	}

	@Test
	void outageIsNotAnsweredByAStorm() {
		int calls = 40;
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http").run()) {
			telegram.proxy().faults().all(Fault.ignore());
			Disposable sends = Flux.range(0, calls)
				.flatMap((number) -> bot.api().sendMessage(SendMessage.of(42, "No " + number)), calls)
				.subscribe();
			await().until(() -> telegram.proxy().open() >= calls + 16);
			await().during(Duration.ofSeconds(1))
				.atMost(Duration.ofSeconds(3))
				// A connection that was just given up may still be seen as open
				.until(() -> telegram.proxy().open() <= calls + 32);
			sends.dispose();
			await().atMost(Duration.ofSeconds(2)).until(() -> telegram.proxy().open() == 0);
		}
	}

	/**
	 * Whatever hangs when the path heals, another connection is soon begun.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "ignored", "black hole", "dark" })
	void hearsAgainWithinSixSecondsOfTheEndOfAnOutage(String outage) {
		Fault fault = switch (outage) {
			case "ignored" -> Fault.ignore();
			case "black hole" -> Fault.blackHoleAfter(0);
			default -> Fault.blackHoleAfter(300);
		};
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5").run(EchoBot.class)) {
			await().until(() -> telegram.simulator().polls() == 1);
			telegram.proxy().faults().all(fault);
			telegram.proxy().resetLive();
			await().until(() -> bot.status().consecutiveFailures() >= 1);
			long opened = telegram.proxy().opened();
			await().atMost(Duration.ofSeconds(20)).until(() -> telegram.proxy().opened() >= opened + 4);
			telegram.peer().write(42, "Hi");
			telegram.proxy().faults().none();
			await().atMost(Duration.ofSeconds(6))
				.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
			assertThat(telegram.simulator().maxPolls()).isEqualTo(1);
		}
	}

	@Test
	void noOtherConnectionIsBegunIfTurnedOff() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http")
					.with("telegram.http.hedge-after", 0)
					.with("telegram.http.proxy-timeout", "2s")
					.with("telegram.http.call-timeout", "3s")
					.run()) {
			telegram.proxy().faults().all(Fault.ignore());
			assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> bot.blockingApi().getMe());
			List<TunnelRecord> tunnels = telegram.proxy().tunnels();
			assertThat(tunnels).hasSize(1);
		}
	}

}
