// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ScriptedFaultTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void answersAStatusWithThePageOfTheCloudAndDoesNotExecute() {
		this.calls.control("faults", "{\"method\":\"sendmessage\",\"times\":2,\"status\":502}");
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> response = this.calls.call("sendMessage?chat_id=7&text=a");
			assertThat(response.statusCode()).isEqualTo(502);
			assertThat(response.body()).startsWith("<html>").contains("nginx");
		}
		assertThat(this.calls.call("sendMessage?chat_id=7&text=a").statusCode()).isEqualTo(200);
		assertThat(this.simulator.received("sendMessage")).isEqualTo(3);
		assertThat(this.simulator.executed("sendMessage")).isEqualTo(1);
	}

	@Test
	void answersAFloodWithItsWait() {
		this.simulator.script(ScriptedFault.on("sendMessage").status(429).build());
		HttpResponse<String> response = this.calls.call("sendMessage?chat_id=7&text=a");
		assertThat(response.body()).isEqualTo("""
				{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 5",\
				"parameters":{"retry_after":5}}""");
		assertThat(response.headers().firstValue("retry-after")).hasValue("5");
		this.simulator.script(ScriptedFault.on("sendMessage").retryAfter(9).build());
		assertThat(this.calls.call("sendMessage?chat_id=7&text=a").body()).contains("retry after 9")
			.contains("\"retry_after\":9");
	}

	@Test
	void answersGivenHeadersAndBodyEvenForAnUnknownMethod() {
		this.calls.control("faults",
				"{\"method\":\"sendPhoto\",\"headers\":{\"X-A\":\"b\",\"Content-Type\":\"text/plain\"},\"body\":\"hm\"}");
		HttpResponse<String> response = this.calls.call("sendPhoto");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("hm");
		assertThat(response.headers().firstValue("x-a")).hasValue("b");
		assertThat(response.headers().allValues("content-type")).containsExactly("text/plain");
	}

	@Test
	void executesAndLosesTheAnswer() {
		this.calls.control("faults", "{\"method\":\"sendMessage\",\"execute\":true,\"resetAtByte\":0}");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> raw("sendMessage?chat_id=7&text=a", RawConnection::readToEnd))
			.withMessageContaining("reset");
		assertThat(this.simulator.executed("sendMessage")).isEqualTo(1);
		assertThat(this.simulator.bot(42).transcript(7)).hasSize(1);
	}

	@Test
	void executesAndAnswersAnError() {
		this.simulator.script(ScriptedFault.on("sendMessage").execute().status(504).build());
		assertThat(this.calls.call("sendMessage?chat_id=7&text=a").statusCode()).isEqualTo(504);
		assertThat(this.simulator.executed("sendMessage")).isEqualTo(1);
	}

	@Test
	void resetsAtAByte() throws Exception {
		this.simulator.script(ScriptedFault.on("getMe").resetAtByte(12).build());
		raw("getMe", (connection) -> {
			assertThat(connection.read(12)).isEqualTo("HTTP/1.1 200");
			assertThatExceptionOfType(SocketException.class).isThrownBy(connection::readByte)
				.withMessageContaining("reset");
			return "";
		});
	}

	@Test
	void closesAtAByte() throws Exception {
		this.simulator.script(ScriptedFault.on("getMe").closeAtByte(12).build());
		assertThat(raw("getMe", RawConnection::readToEnd)).isEqualTo("HTTP/1.1 200");
	}

	@Test
	void dripsTheAnswer() throws Exception {
		this.simulator
			.script(ScriptedFault.on("getMe").body("{}").closeAtByte(50).delayPerByte(Duration.ofMillis(10)).build());
		long start = System.nanoTime();
		assertThat(raw("getMe", RawConnection::readToEnd)).hasSize(50);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(480));
	}

	@Test
	void drippedAnswerIsCompleteWithoutACut() {
		this.simulator.script(ScriptedFault.on("getMe").execute().delayPerByte(Duration.ofMillis(1)).build());
		assertThat(this.calls.result("getMe").get("id").intValue()).isEqualTo(42);
	}

	@Test
	void neverAnswers() throws Exception {
		this.simulator.script(ScriptedFault.on("getUpdates").never().build());
		raw("getUpdates?timeout=0", (connection) -> {
			await().until(() -> this.simulator.polls() == 1);
			connection.socket().setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(connection::readByte);
			assertThat(this.simulator.polls()).isEqualTo(1);
			return "";
		});
		await().until(() -> this.simulator.polls() == 0);
	}

	@Test
	void starStandsForEveryMethodAndScriptsAreForgottenOnDemand() {
		this.simulator.script(ScriptedFault.on("*").times(2).status(500).build());
		assertThat(this.calls.call("getMe").statusCode()).isEqualTo(500);
		assertThat(this.calls.send("DELETE", "/_sim/faults").body()).isEqualTo("{\"pending\":0}");
		assertThat(this.calls.call("getMe").statusCode()).isEqualTo(200);
	}

	@Test
	void explainsBadSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptedFault.on("getMe").status(99))
			.withMessage("'status' must be from 200 to 599, but is 99");
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptedFault.on(" "));
	}

	private String raw(String call, Reading reading) throws IOException {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write("GET " + this.calls.path(call) + " HTTP/1.1\r\nHost: x\r\n\r\n");
			return reading.read(connection);
		}
	}

	private interface Reading {

		String read(RawConnection connection) throws IOException;

	}

}
