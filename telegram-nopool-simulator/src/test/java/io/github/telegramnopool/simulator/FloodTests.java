// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FloodTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder()
		.floodLimits(FloodLimits.telegram())
		.build()
		.start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	@DisplayName("Bots FAQ: one message a second to a chat; Query::set_retry_after_error: 429 says how long to wait")
	void secondMessageInASecondIsRefused() {
		assertThat(send("7").statusCode()).isEqualTo(200);
		HttpResponse<String> refused = send("7");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(refused.body()).isEqualTo("{\"ok\":false,\"error_code\":429,"
				+ "\"description\":\"Too Many Requests: retry after 1\",\"parameters\":{\"retry_after\":1}}");
		assertThat(this.simulator.executed("sendMessage")).isEqualTo(1);
		assertThat(send("8").statusCode()).isEqualTo(200);
		this.simulator.clock().advance(Duration.ofSeconds(1));
		assertThat(send("7").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("Bots FAQ: 20 messages a minute to a group")
	void groupTakesTwentyAMinute() {
		for (int i = 0; i < 20; i++) {
			assertThat(send("-5").statusCode()).isEqualTo(200);
			this.simulator.clock().advance(Duration.ofSeconds(1));
		}
		// One more in each three seconds has meanwhile become free
		int sent = 0;
		while (send("-5").statusCode() == 200) {
			this.simulator.clock().advance(Duration.ofSeconds(1));
			sent++;
		}
		assertThat(sent).isBetween(6, 12);
		assertThat(send("-5").headers().firstValue("Retry-After")).isPresent();
	}

	@Test
	@DisplayName("Bots FAQ: 30 messages a second in all, unless a broadcast is paid for")
	void botSendsThirtyASecond() {
		for (int chat = 1; chat <= 300; chat++) {
			this.simulator.bot(42).write(chat, "hi");
		}
		int sent = 0;
		long began = System.nanoTime();
		while (sent < 300 && send(String.valueOf(sent + 1)).statusCode() == 200) {
			sent++;
		}
		// What time passed lets some more pass
		long more = (System.nanoTime() - began) * 30 / 1_000_000_000;
		assertThat(sent).isBetween(30, (int) Math.min(31 + more, 299));
		assertThat(this.calls.call("sendMessage?chat_id=300&text=a&allow_paid_broadcast=true").statusCode())
			.isEqualTo(200);
	}

	@Test
	void albumCountsAsWhatIsInIt() {
		String album = "[{\"type\":\"photo\",\"media\":\"attach://a\"},{\"type\":\"photo\",\"media\":\"attach://a\"}]";
		assertThat(new Form().text("chat_id", "7")
			.text("media", album)
			.file("a", "a.png", "x")
			.post(this.calls, "sendMediaGroup")
			.statusCode()).isEqualTo(200);
		assertThat(send("7").headers().firstValue("Retry-After")).hasValue("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendChatAction?chat_id=7&action=typing", "getChat?chat_id=7",
			"deleteMessage?chat_id=7&message_id=1" })
	void otherCallsAreNotCounted(String call) {
		this.simulator.bot(42).write(7, "hi");
		for (int i = 0; i < 5; i++) {
			assertThat(this.calls.call(call).statusCode()).isNotEqualTo(429);
		}
		assertThat(send("7").statusCode()).isEqualTo(200);
	}

	@Test
	void limitsAreSetByControlCalls() {
		assertThat(this.calls.send("DELETE", "/_sim/flood").body()).isEqualTo("{\"on\":false}");
		assertThat(send("7").statusCode()).isEqualTo(200);
		assertThat(send("7").statusCode()).isEqualTo(200);
		assertThat(this.calls.control("flood", "{\"perChatPerSecond\":2}").toString())
			.isEqualTo("{\"on\":true,\"perSecond\":30,\"perChatPerSecond\":2,\"perGroupPerMinute\":20}");
		assertThat(this.calls.control("flood").get("on").booleanValue()).isTrue();
		send("7");
		assertThat(send("7").statusCode()).isEqualTo(200);
		assertThat(this.calls.control("flood", "{\"perSecond\":0}").get("description").stringValue())
			.contains("must be at least 1");
	}

	@Test
	void thereIsNoLimitByDefault() {
		try (TelegramSimulator free = TelegramSimulator.builder().build().start()) {
			BotCalls freeCalls = new BotCalls(free, 42);
			for (int i = 0; i < 40; i++) {
				assertThat(freeCalls.call("sendMessage?chat_id=-5&text=a").statusCode()).isEqualTo(200);
			}
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new FloodLimits(1, 0, 1));
	}

	private HttpResponse<String> send(String chat) {
		return this.calls.call("sendMessage?chat_id=" + chat + "&text=a");
	}

}
