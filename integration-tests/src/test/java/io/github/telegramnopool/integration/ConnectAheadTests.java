// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.simulator.ConnectionRecord;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.fault.Fault;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections are begun while listeners run, and each is used once or not at all.
 */
@Tag("long")
class ConnectAheadTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void connectionOfAReplyIsMadeWhileItsListenerThinks(String scheme) {
		// Each way through the proxy takes so long that a new connection takes a second
		try (RunningBot bot = settings(scheme).with("telegram.polling.timeout", "3s").run(ThinkingBot.class)) {
			awaitPoll();
			this.telegram.proxy().faults().all(Fault.latency(Duration.ofMillis(150)));
			int answered = 6;
			for (int number = 0; number < answered; number++) {
				int sent = number;
				this.telegram.peer().write(42, "No " + number);
				eventually().until(() -> this.telegram.simulator().executed("sendMessage") > sent);
			}
			// The request and its answer take 300 ms, a new connection takes them twice
			// more
			assertThat(bot.bean(ThinkingBot.class).fastest).isLessThan(Duration.ofMillis(600));
			assertThat(this.telegram.simulator().connections()).allMatch((connection) -> connection.requests() <= 1);
			assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
		}
	}

	@Test
	void idleBotHoldsNoneButItsPoll() {
		try (RunningBot bot = settings("http").run(EchoBot.class)) {
			awaitPoll();
			for (int number = 0; number < 5; number++) {
				this.telegram.peer().write(number + 1, "Hi");
			}
			eventually().until(() -> this.telegram.simulator().executed("sendMessage") == 5);
			eventually().untilAsserted(() -> assertThat(this.telegram.simulator().connections())
				.filteredOn((connection) -> connection.closedAt() == null)
				.hasSize(1));
			assertThat(this.telegram.simulator().connections()).allMatch((connection) -> connection.requests() <= 1);
		}
		eventually().until(() -> openConnections() == 0);
	}

	@Test
	void pollsOfABacklogFindTheirConnectionsMade() {
		for (int number = 0; number < 2000; number++) {
			this.telegram.peer().write(number % 50 + 1, "No " + number);
		}
		this.telegram.proxy().faults().all(Fault.latency(Duration.ofMillis(20)));
		try (RunningBot bot = settings("http").run(SilentBot.class)) {
			eventually().until(() -> this.telegram.peer().pending() == 0);
			List<RecordedRequest> polls = polls();
			assertThat(polls).hasSizeGreaterThanOrEqualTo(20);
			int made = 0;
			for (int number = 1; number < polls.size(); number++) {
				made += openedAt(polls.get(number)).isBefore(polls.get(number - 1).time()) ? 1 : 0;
			}
			assertThat(made).as("polls whose connection was made before the poll before them")
				.isGreaterThanOrEqualTo(polls.size() * 3 / 4);
			assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
			eventually().untilAsserted(() -> assertThat(openConnections()).as("of a bot that is idle").isEqualTo(1));
			assertThat(this.telegram.simulator().connections()).allMatch((connection) -> connection.requests() <= 1);
			// Of the last polls, and of replies that were thought likely
			assertThat(unused()).isLessThanOrEqualTo(3 + 4);
		}
	}

	private List<RecordedRequest> polls() {
		return this.telegram.simulator()
			.requests()
			.stream()
			.filter((request) -> request.method().equals("getUpdates"))
			.toList();
	}

	private Instant openedAt(RecordedRequest request) {
		return this.telegram.simulator()
			.connections()
			.stream()
			.filter((connection) -> connection.number() == request.connection())
			.findFirst()
			.orElseThrow()
			.openedAt();
	}

	@Test
	void botThatOnlyListensSoonBeginsNone() {
		try (RunningBot bot = settings("http").run(SilentBot.class)) {
			awaitPoll();
			this.telegram.peer().write(1, "Hi");
			eventually().until(() -> unused() >= 1);
			eventually().until(() -> openConnections() == 1);
			long unused = unused();
			for (int number = 0; number < 20; number++) {
				this.telegram.peer().write(2, "No " + number);
			}
			eventually().until(() -> this.telegram.peer().pending() == 0);
			eventually().until(() -> openConnections() == 1);
			// At most the next poll's, if another poll was faster
			assertThat(unused() - unused).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void spareThatDiedOnTheWayCostsNoCall() {
		try (RunningBot bot = settings("http").run(ThinkingBot.class)) {
			awaitPoll();
			for (int number = 0; number < 5; number++) {
				int sent = number;
				this.telegram.peer().write(42, "No " + number);
				eventually().until(() -> bot.bean(ThinkingBot.class).heard > sent);
				// What was begun for the reply, while its listener thinks
				this.telegram.proxy().resetLive();
				eventually().until(() -> this.telegram.simulator().executed("sendMessage") > sent);
			}
			assertThat(this.telegram.simulator().executed("sendMessage")).isEqualTo(5);
		}
	}

	private RunningBot.Settings settings(String scheme) {
		return this.telegram.settings(scheme).with("telegram.http.connect-ahead", true);
	}

	private void awaitPoll() {
		eventually().until(() -> this.telegram.simulator().polls() == 1);
	}

	private long openConnections() {
		return this.telegram.simulator().connections().stream().filter((record) -> record.closedAt() == null).count();
	}

	private long unused() {
		List<ConnectionRecord> connections = this.telegram.simulator().connections();
		return connections.stream().filter((record) -> record.requests() == 0 && record.closedAt() != null).count();
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(20));
	}

	/**
	 * Answers after a second.
	 */
	static class ThinkingBot {

		private final TelegramBotApi api;

		private volatile int heard;

		private volatile Duration fastest = Duration.ofDays(1);

		ThinkingBot(TelegramBotApi api) {
			this.api = api;
		}

		@EventListener
		Mono<Message> on(MessageEvent event) {
			this.heard++;
			return Mono.delay(Duration.ofSeconds(1))
				.then(this.api.sendMessage(SendMessage.of(event.message().chat().id(), "Well"))
					.elapsed()
					.map((sent) -> {
						Duration time = Duration.ofMillis(sent.getT1());
						this.fastest = (time.compareTo(this.fastest) < 0) ? time : this.fastest;
						return sent.getT2();
					}));
		}

	}

	static class SilentBot {

		@EventListener
		void on(MessageEvent event) {
		}

	}

}
