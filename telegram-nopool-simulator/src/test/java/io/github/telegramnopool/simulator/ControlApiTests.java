// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ControlApiTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls control = new BotCalls(this.simulator, 42);

	private final BotCalls bot = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void queuesAnUpdate() {
		JsonNode answer = this.control.control("bots/42/updates",
				"{\"message\":{\"message_id\":5,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"hi\"}}");
		JsonNode update = this.bot.result("getUpdates").get(0);
		assertThat(update.get("update_id")).isEqualTo(answer.get("update_id"));
		assertThat(update.get("message").get("text").stringValue()).isEqualTo("hi");
		assertThat(this.control.control("bots/42/chats/7/messages").size()).isEqualTo(1);
	}

	@Test
	void keepsBothSidesOfAChat() {
		JsonNode written = this.control.control("bots/42/chats/7/messages", "{\"text\":\"/start hi\"}");
		this.bot.call("sendMessage?chat_id=7&text=hello");
		JsonNode transcript = this.control.control("bots/42/chats/7/messages");
		assertThat(transcript.valueStream().map((message) -> message.get("from").get("is_bot").booleanValue()))
			.containsExactly(false, true);
		assertThat(transcript.valueStream().map((message) -> message.get("message_id").intValue())).containsExactly(1,
				2);
		assertThat(written.get("message")).isEqualTo(transcript.get(0));
		assertThat(written.get("message").get("entities").get(0).get("length").intValue()).isEqualTo(6);
		assertThat(this.control.control("bots/42/chats").get(0).get("id").intValue()).isEqualTo(7);
		assertThat(this.control.control("bots/42/chats/8/messages").size()).isZero();
	}

	@Test
	void writesAsAnyUserInAGroup() {
		JsonNode message = this.control
			.control("bots/42/chats/-1001234567890/messages",
					"{\"text\":\"hi\",\"from\":{\"id\":9,\"first_name\":\"Ada\"}}")
			.get("message");
		assertThat(message.get("from").get("id").intValue()).isEqualTo(9);
		assertThat(message.get("chat").get("type").stringValue()).isEqualTo("supergroup");
	}

	@Test
	void stateCountsTheBotsTrafficOnly() {
		this.control.control("state");
		this.bot.call("getMe");
		this.bot.call("sendMessage?chat_id=7&text=a");
		this.control.get("/");
		await().untilAsserted(() -> assertThat(this.control.get("/_sim/state").body()).isEqualTo(
				"""
						{"connections":{"opened":1,"open":1,"unused":0,"maxRequests":2},"polls":{"current":0,"max":0},\
						"calls":{"getMe":1,"sendMessage":1},"bots":[{"id":42,"username":"sim42_bot","name":"Simulated bot 42","pending":0,"served":0,"confirmed":0}]}"""));
		assertThat(this.simulator.stateJson()).isEqualTo(this.control.get("/_sim/state").body());
	}

	@Test
	void stateShowsConnectionsThatCarriedNothing() throws Exception {
		RawConnection plain = RawConnection.to(this.simulator.port());
		RawConnection tls = RawConnection.to(this.simulator.tlsPort());
		await().untilAsserted(() -> assertThat(connections()).isEqualTo("{opened=2, open=2, unused=2, maxRequests=0}"));
		plain.close();
		tls.close();
		await().untilAsserted(() -> assertThat(connections()).isEqualTo("{opened=2, open=0, unused=2, maxRequests=0}"));
		assertThat(this.simulator.connections()).hasSize(2)
			.allSatisfy((connection) -> assertThat(connection.closedAt()).isNotNull())
			.extracting(ConnectionRecord::tls)
			.containsExactlyInAnyOrder(false, true);
	}

	@Test
	void stateShowsPolls() {
		CompletableFuture<HttpResponse<String>> poll = this.bot.begin("getUpdates?timeout=30");
		await().untilAsserted(() -> assertThat(this.control.control("state").get("polls").toString())
			.isEqualTo("{\"current\":1,\"max\":1}"));
		long id = this.simulator.bot(42).write(7, "hi");
		poll.join();
		this.bot.call("getUpdates?offset=" + (id + 1));
		JsonNode state = this.control.control("state");
		assertThat(state.get("polls").toString()).isEqualTo("{\"current\":0,\"max\":1}");
		assertThat(state.get("bots").get(0).get("confirmed").longValue()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "bots/42/chats/7/messages | {\"text\":5} | 400 | must be a string",
					"bots/42/chats/7/messages | {\"text\":\" \"} | 400 | message text is empty",
					"bots/42/chats/x/messages | {\"text\":\"a\"} | 400 | \"x\" is no number",
					"bots/42/updates | nonsense | 400 | a JSON object is expected",
					"bots/42/updates | {\"message\":{},\"update_id\":1} | 400 | no update_id",
					"bots/42/nothing | {} | 404 | the control API has no POST /_sim/bots/42/nothing",
					"faults | {\"method\":\"getMe\",\"sattus\":1} | 400 | a fault has no \"sattus\"",
					"faults | {\"status\":500} | 400 | must name a method",
					"faults | {\"method\":\"getMe\",\"times\":0} | 400 | must be at least 1",
					"faults | {\"method\":\"getMe\",\"status\":\"x\"} | 400 | \"status\" must be a number" })
	void explainsBadInput(String path, String body, int status, String detail) {
		HttpResponse<String> response = this.control.post("/_sim/" + path, "application/json", body);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(BotCalls.json(response).get("description").stringValue()).contains(detail);
	}

	@Test
	void refusesPagesOfOtherSites() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.url() + "/_sim/bots/42/updates"))
			.header("Origin", "https://elsewhere.example")
			.POST(HttpRequest.BodyPublishers.ofString("{\"message\":{}}"))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
			.isEqualTo(403);
	}

	@Test
	void streamsWhatIsSaid() throws Exception {
		try (RawConnection events = RawConnection.to(this.simulator.port())) {
			events.write("GET /_sim/events HTTP/1.1\r\nHost: x\r\n\r\n");
			assertThat(events.readHead()).contains("text/event-stream");
			this.simulator.bot(42).write(7, "one");
			this.simulator.bot(42).write(7, "two");
			StringBuilder seen = new StringBuilder();
			while (Stream.of("event: state", "\"text\":\"one\"", "\"text\":\"two\"")
				.anyMatch((part) -> seen.indexOf(part) < 0)) {
				seen.append((char) events.readByte());
			}
		}
	}

	@Test
	void servesThePage() {
		assertThat(this.control.get("/").body()).contains("<title>Telegram simulator</title>");
		assertThat(this.control.get("/app.js").headers().firstValue("content-type"))
			.hasValue("text/javascript; charset=utf-8");
		assertThat(this.control.get("/chat.css").statusCode()).isEqualTo(200);
		assertThat(this.control.get("/").headers().firstValue("content-security-policy").orElse(""))
			.startsWith("default-src 'none'")
			.doesNotContain("unsafe");
		assertThat(this.control.get("/favicon.ico").statusCode()).isEqualTo(404);
	}

	private String connections() {
		JsonNode connections = this.control.control("state").get("connections");
		return connections.properties().toString().replace("[", "{").replace("]", "}");
	}

}
