// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.net.URI;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample without a token, as a newcomer runs it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "telegram.token=")
@ContextConfiguration(initializers = SimulatorWithoutToken.class)
class SampleApplicationTests {

	@Autowired
	private TelegramSimulator simulator;

	@LocalServerPort
	private int port;

	@Test
	void answers() {
		say("/start");
		await().untilAsserted(() -> assertThat(transcript()).contains("Hello! Write something"));
		say("What a day");
		await().untilAsserted(() -> assertThat(transcript()).contains("You said: What a day"));
		say("/ping");
		await().untilAsserted(() -> assertThat(transcript()).containsPattern(
				"@sim1000001_bot via socks5 proxy 127.0.0.1:\\d+: .*tcp \\d+ ms, proxy \\d+ ms.* first byte \\d+ ms"));
		assertThat(get("/_sim/state")).contains("\"maxRequests\":1");
	}

	@Test
	void leadsToTheChatPage() {
		ResponseEntity<Void> answer = WebClient.create("http://localhost:" + this.port)
			.get()
			.uri("/")
			.retrieve()
			.toBodilessEntity()
			.block();
		assertThat(answer).isNotNull();
		assertThat(answer.getStatusCode().value()).isEqualTo(302);
		assertThat(answer.getHeaders().getLocation()).isEqualTo(this.simulator.url());
		assertThat(get("/")).contains("<title>Telegram simulator</title>");
	}

	@Test
	void showsWhatItDoesAndIsNotPausedByStrangers() {
		WebClient actuator = WebClient.create("http://localhost:" + this.port + "/actuator");
		await()
			.untilAsserted(() -> assertThat(actuator.get().uri("/health").retrieve().bodyToMono(String.class).block())
				.contains("\"telegram\":{\"status\":\"UP\"}"));
		assertThat(actuator.get().uri("/telegram").retrieve().bodyToMono(String.class).block())
			.contains("\"route\":\"via socks5 proxy 127.0.0.1:");
		HttpStatusCode paused = actuator.post()
			.uri("/telegram/default")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"operation\":\"pause\"}")
			.exchangeToMono((answer) -> Mono.just(answer.statusCode()))
			.block();
		assertThat(paused).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
	}

	@Test
	void timesEachPhaseOfAFreshConnectionThroughTheProxy() {
		WebClient prometheus = WebClient.create("http://localhost:" + this.port + "/actuator/prometheus");
		say("Hi");
		await().untilAsserted(() -> assertThat(prometheus.get().retrieve().bodyToMono(String.class).block())
			.contains(Stream.of("tcp", "proxy", "tls", "request", "first_byte", "body")
				.map("telegram_connection_phase_seconds_count{bot=\"default\",phase=\"%s\"}"::formatted)
				.toList()));
	}

	private void say(String text) {
		client().post()
			.uri(chat())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"text\":\"" + text + "\"}")
			.retrieve()
			.toBodilessEntity()
			.block();
	}

	private String transcript() {
		return get(chat());
	}

	private String get(String path) {
		return String.valueOf(client().get().uri(path).retrieve().bodyToMono(String.class).block());
	}

	private static String chat() {
		return "/_sim/bots/1000001/chats/42/messages";
	}

	private WebClient client() {
		URI url = this.simulator.url();
		return WebClient.create("http://" + url.getHost() + ":" + url.getPort());
	}

}
