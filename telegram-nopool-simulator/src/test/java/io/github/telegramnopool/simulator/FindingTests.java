// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FindingTests {

	private static final String JSON = "application/json";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', value = {
			"sendMessage#{\"chat_id\":7,\"text\":\"a\",\"txet\":1}#txet#is no parameter of sendMessage",
			"getUpdates#{\"limit\":\"many\"}#limit#must be Integer, but is no JSON",
			"sendMessage#{\"chat_id\":7,\"text\":5}#text#must be String, but is number 5",
			"sendMessage#{\"chat_id\":7,\"text\":\"a\",\"disable_notification\":\"yes\"}#disable_notification#must be Boolean, but is no JSON",
			"sendDice#{\"chat_id\":7,\"emoji\":\"X\"}#emoji#has the unknown value \"X\"",
			"sendPhoto#{\"chat_id\":7,\"photo\":\"https://a.test/b.png\",\"caption_entities\":[{}]}#caption_entities[0].type#is required" })
	void isRememberedButNotHeldAgainstACall(String method, String body, String parameter, String problem) {
		assertThat(this.calls.post(this.calls.path(method), JSON, body).statusCode()).isEqualTo(200);
		assertThat(this.simulator.findings()).contains(new Finding(42, method, parameter, problem));
		assertThat(this.calls.control("findings").get(0).get("parameter").stringValue()).isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', value = { "chat_id=7&text=a&parse_mode=html&disable_notification=true",
			"chat_id=@user7&text=5&message_thread_id=5", "method=sendMessage&chat_id=7&text=a" })
	void isNoneAboutACallByQueryThatFits(String query) {
		this.simulator.bot(42).write(7, "hi");
		assertThat(this.calls.call("sendMessage?" + query).statusCode()).isEqualTo(200);
		assertThat(this.simulator.findings()).isEmpty();
	}

	@Test
	void isNoneAboutJsonInAString() {
		this.calls.post(this.calls.path("sendMessage"), JSON,
				"{\"chat_id\":\"7\",\"text\":\"a\",\"entities\":\"[{\\\"type\\\":\\\"bold\\\",\\\"offset\\\":0,\\\"length\\\":1}]\"}");
		assertThat(this.simulator.findings()).isEmpty();
	}

	@Test
	void tellsOfAFileThatNothingRefersTo() {
		new Form().file("photo", "p.png", "xyz").file("extra", "e.png", "xyz").post(this.calls, "sendPhoto?chat_id=7");
		assertThat(this.simulator.findings())
			.containsExactly(new Finding(42, "sendPhoto", "extra", "is a file that no parameter refers to"));
	}

	@Test
	void tellsOfAFileThatMustBeUploaded() {
		this.calls.call("setChatPhoto?chat_id=7&photo=file0");
		assertThat(this.simulator.findings())
			.containsExactly(new Finding(42, "setChatPhoto", "photo", "must be a file of the request"));
	}

	@Test
	void isTheAnswerOfAStrictSimulator() {
		try (TelegramSimulator strict = TelegramSimulator.builder().strict().build().start()) {
			BotCalls strictCalls = new BotCalls(strict, 42);
			assertThat(strictCalls.call("sendMessage?chat_id=7&text=a&txet=1").body())
				.contains("Bad Request: parameter \\\"txet\\\" is no parameter of sendMessage");
			assertThat(strictCalls.call("sendMessage?chat_id=7").body())
				.contains("Bad Request: parameter \\\"text\\\" is required");
			assertThat(strict.executed("sendMessage")).isZero();
			assertThat(strictCalls.call("sendMessage?chat_id=7&text=a").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void missingParameterIsRefusedInAnyCase() {
		assertThat(this.calls.call("setStickerSetTitle?name=a").body())
			.contains("\"Bad Request: parameter \\\"title\\\" is required\"");
		assertThat(this.calls.call("setStickerSetTitle?name=a&title=b").statusCode()).isEqualTo(200);
	}

}
