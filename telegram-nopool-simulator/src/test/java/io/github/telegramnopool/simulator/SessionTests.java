// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SessionTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	@DisplayName("ClientManager::send: close of a bot that is not there is refused")
	void whatIsNotThereIsClosedAlready() {
		assertThat(this.calls.call("close").body()).contains("Bad Request: the bot has already been closed");
		this.calls.call("getMe");
		assertThat(this.calls.call("close").body()).isEqualTo("{\"ok\":true,\"result\":true}");
		assertThat(this.calls.call("CLOSE").statusCode()).isEqualTo(400);
		assertThat(this.calls.call("getMe").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("Client::on_closed: close answers the waiting poll and keeps updates")
	void closeAnswersThePollAndKeepsUpdates() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		this.calls.call("close");
		assertThat(BotCalls.json(poll.get(5, TimeUnit.SECONDS)).get("result").size()).isZero();
		this.simulator.bot(42).write(7, "hi");
		assertThat(this.calls.result("getUpdates?offset=1").size()).isEqualTo(1);
	}

	@Test
	@DisplayName("Client::on_cmd: a server that runs for ten minutes closes no bot in its first ten")
	void tooEarlyACloseIsRefused() {
		this.simulator.clock().advance(Duration.ofMinutes(11));
		this.calls.call("getMe");
		this.simulator.clock().advance(Duration.ofMinutes(9));
		HttpResponse<String> early = this.calls.call("close");
		assertThat(early.statusCode()).isEqualTo(429);
		int wait = Integer.parseInt(early.headers().firstValue("Retry-After").orElse("0"));
		assertThat(wait).isBetween(50, 60);
		this.simulator.clock().advance(Duration.ofMinutes(1));
		assertThat(this.calls.call("close").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("Client::get_closing_error: a bot that has logged out is refused, for half an hour")
	void loggedOutBotIsRefused() {
		this.simulator.bot(42).write(7, "hi");
		this.calls.call("getUpdates?allowed_updates=" + BotCalls.encode("[\"poll\"]"));
		assertThat(this.calls.call("logOut").statusCode()).isEqualTo(200);
		assertThat(this.calls.call("getMe").body())
			.isEqualTo("{\"ok\":false,\"error_code\":400,\"description\":\"Logged out\"}");
		assertThat(this.calls.call("nonsense").body()).contains("Logged out");
		this.simulator.clock().advance(Duration.ofMinutes(31));
		assertThat(this.calls.call("getMe").statusCode()).isEqualTo(200);
		assertThat(this.calls.result("getUpdates?offset=1").size()).isZero();
		assertThat(this.simulator.bot(42).write(7, "again")).isPositive();
	}

	@Test
	@DisplayName("Client::finish_closing: a bot that was logged in for half an hour may come again after a second")
	void oldSessionMayBeginAgainSoon() {
		this.calls.call("getMe");
		this.simulator.clock().advance(Duration.ofMinutes(31));
		this.calls.call("logOut");
		assertThat(this.calls.call("getMe").statusCode()).isEqualTo(400);
		this.simulator.clock().advance(Duration.ofSeconds(1));
		assertThat(this.calls.call("getMe").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("ClientManager::send: 20 bots a minute may come first from one address that is not local")
	void tooManyNewBotsFromOneAddressAreRefused() throws Exception {
		for (int bot = 1; bot <= 20; bot++) {
			assertThat(from("203.0.113.5", bot)).startsWith("HTTP/1.1 200");
		}
		assertThat(from("203.0.113.5", 21)).startsWith("HTTP/1.1 429").containsIgnoringCase("\r\nretry-after: ");
		assertThat(from("203.0.113.5", 1)).startsWith("HTTP/1.1 200");
		assertThat(from("203.0.113.6", 21)).startsWith("HTTP/1.1 200");
		this.simulator.clock().advance(Duration.ofSeconds(4));
		assertThat(from("203.0.113.5", 22)).startsWith("HTTP/1.1 200");
	}

	private String from(String address, int bot) throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			return connection
				.write("GET " + new BotCalls(this.simulator, bot).path("getMe") + " HTTP/1.1\r\nHost: x\r\nX-Real-IP: "
						+ address + "\r\n\r\n")
				.readHead();
		}
	}

}
