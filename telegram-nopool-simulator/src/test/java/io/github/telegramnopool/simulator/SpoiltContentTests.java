// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What can be in an answer that is none, and which calls get one.
 */
class SpoiltContentTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "null", "\uFEFF{\"ok\":true,\"result\":true}", "<html>Sign in</html>" })
	void answersAnyBody(String body) {
		this.simulator.script(ScriptedFault.on("getMe").body(body).build());
		HttpResponse<String> response = this.calls.call("getMe");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource({ "204, ''", "413, ''", "502, 502 Bad Gateway", "504, 504 Gateway Time-out", "530, 530" })
	void answersAStatusAsTelegramOrItsCloudDoes(int status, String title) throws Exception {
		this.simulator.script(ScriptedFault.on("getMe").status(status).build());
		HttpResponse<String> response = this.calls.call("getMe");
		assertThat(response.statusCode()).isEqualTo(status);
		if (title.isEmpty()) {
			assertThat(response.body()).isEmpty();
		}
		else {
			assertThat(response.body()).contains("nginx").contains("<title>" + title);
			assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
		}
	}

	@Test
	void keepsTheAnswerUnderAnotherContentType() {
		this.simulator.script(ScriptedFault.on("getMe").execute().header("Content-Type", "text/plain").build());
		HttpResponse<String> response = this.calls.call("getMe");
		assertThat(response.headers().firstValue("content-type")).hasValue("text/plain");
		assertThat(BotCalls.json(response).path("result").path("id").intValue()).isEqualTo(42);
	}

	@Test
	void tellsAWrongLength() throws Exception {
		this.simulator.script(ScriptedFault.on("getMe").body("12345").header("Content-Length", "50").build());
		assertThat(raw()).contains("content-length: 50\r\n").endsWith("\r\n\r\n12345");
		this.simulator.script(ScriptedFault.on("getMe").body("12345").header("content-length", "3").build());
		assertThat(raw()).contains("content-length: 3\r\n").endsWith("\r\n\r\n12345");
	}

	@Test
	void compresses() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"execute\":true,\"gzip\":\"whole\"}");
		String answer = raw();
		assertThat(answer).containsIgnoringCase("content-encoding: gzip\r\n");
		assertThat(inflate(answer)).startsWith("{\"ok\":true,");
	}

	@Test
	void compressesAndCutsTheEnd() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"execute\":true,\"gzip\":{\"cutBy\":12}}");
		String answer = raw();
		assertThat(answer).containsIgnoringCase("content-length: " + body(answer).length() + "\r\n");
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> inflate(answer));
	}

	@Test
	void claimsToCompress() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"gzip\":\"garbage\"}");
		assertThatExceptionOfType(ZipException.class).isThrownBy(() -> inflate(raw()));
	}

	@Test
	void compressesWithAWrongChecksum() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"gzip\":\"wrongChecksum\"}");
		assertThatExceptionOfType(ZipException.class).isThrownBy(() -> inflate(raw())).withMessageContaining("trailer");
	}

	@Test
	void compressesABomb() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"gzip\":{\"bomb\":1000000}}");
		String answer = raw();
		assertThat(body(answer)).hasSizeLessThan(2000);
		assertThat(inflate(answer)).hasSize(1_000_000).isBlank();
	}

	@Test
	void answersGivenBytes() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"bodyBase64\":\"//4A\"}");
		assertThat(body(raw())).isEqualTo("\u00ff\u00fe\u0000");
	}

	@Test
	void fallsSilentAtAByte() throws Exception {
		this.calls.control("faults", "{\"method\":\"getUpdates\",\"stallAtByte\":12}");
		try (RawConnection connection = request("getUpdates")) {
			assertThat(connection.read(12)).isEqualTo("HTTP/1.1 200");
			connection.socket().setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(connection::readByte);
			assertThat(this.simulator.polls()).isEqualTo(1);
		}
		await().until(() -> this.simulator.polls() == 0);
	}

	@Test
	void answersLater() throws Exception {
		this.calls.control("faults", "{\"method\":\"getMe\",\"execute\":true,\"delayMillis\":300}");
		long start = System.nanoTime();
		assertThat(this.calls.result("getMe").get("id").intValue()).isEqualTo(42);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
	}

	@Test
	void meetsCallsBySeedUntilItIsCleared() {
		List<Integer> first = statuses("{\"method\":\"*\",\"always\":true,\"percent\":30,\"seed\":7,\"status\":500}");
		List<Integer> second = statuses("{\"method\":\"*\",\"always\":true,\"percent\":30,\"seed\":7,\"status\":500}");
		assertThat(second).isEqualTo(first);
		assertThat(first.stream().filter((status) -> status == 500).count()).isBetween(15L, 45L);
		assertThat(statuses("{\"method\":\"*\",\"always\":true,\"percent\":30,\"seed\":8,\"status\":500}"))
			.isNotEqualTo(first);
	}

	@Test
	void goesOnToTheNextScriptWhereChanceSpares() {
		this.simulator.script(ScriptedFault.on("getMe").always().percent(50, 3).status(500).build());
		this.simulator.script(ScriptedFault.on("getMe").always().status(502).build());
		List<Integer> statuses = IntStream.range(0, 40).mapToObj((i) -> this.calls.call("getMe").statusCode()).toList();
		assertThat(statuses).containsOnly(500, 502).contains(500, 502);
	}

	@Test
	void meetsSoManyCallsByChance() {
		this.simulator.script(ScriptedFault.on("getMe").times(5).percent(50, 3).status(500).build());
		List<Integer> statuses = IntStream.range(0, 60).mapToObj((i) -> this.calls.call("getMe").statusCode()).toList();
		assertThat(statuses).filteredOn((status) -> status == 500).hasSize(5);
		assertThat(this.calls.send("DELETE", "/_sim/faults").body()).isEqualTo("{\"pending\":0}");
	}

	@Test
	void explainsBadSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptedFault.on("getMe").percent(101, 1))
			.withMessage("'percent' must be from 0 to 100, but is 101");
		assertThatIllegalArgumentException().isThrownBy(() -> SpoiltGzip.cutBy(-1));
		assertThat(
				this.calls.control("faults", "{\"method\":\"getMe\",\"gzip\":\"half\"}").get("description").asString())
			.contains("\"cutBy\"");
		assertThat(this.calls.control("faults", "{\"method\":\"getMe\",\"never\":1}").get("description").asString())
			.contains("must be true or false");
		assertThat(this.calls.control("faults", "{\"method\":\"getMe\",\"odd\":1}").get("description").asString())
			.contains("a fault has no \"odd\"");
	}

	private List<Integer> statuses(String fault) {
		assertThat(this.calls.control("faults", fault).get("pending").intValue()).isEqualTo(1);
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			statuses.add(this.calls.call("getMe").statusCode());
		}
		this.simulator.clearScript();
		return statuses;
	}

	private String raw() throws IOException {
		try (RawConnection connection = request("getMe")) {
			return connection.readToEnd();
		}
	}

	private RawConnection request(String method) throws IOException {
		return RawConnection.to(this.simulator.port())
			.write("GET " + this.calls.path(method) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
	}

	private static String body(String answer) {
		return answer.substring(answer.indexOf("\r\n\r\n") + 4);
	}

	private static String inflate(String answer) throws IOException {
		byte[] body = body(answer).getBytes(StandardCharsets.ISO_8859_1);
		try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
			return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
