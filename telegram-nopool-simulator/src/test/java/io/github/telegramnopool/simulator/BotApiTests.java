// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BotApiTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	@DisplayName("Query::Query, HttpConnection::send_response: the case of a method does not matter; headers of an answer")
	void describesTheBotInAnyCaseOfTheMethod() {
		HttpResponse<String> response = this.calls.call("GETME");
		JsonNode me = BotCalls.json(response).get("result");
		assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
		assertThat(response.headers().firstValue("connection")).hasValue("keep-alive");
		assertThat(me.get("id").longValue()).isEqualTo(42);
		assertThat(me.get("is_bot").booleanValue()).isTrue();
		assertThat(me.get("username").stringValue()).isEqualTo("sim42_bot");
		assertThat(this.simulator.executed("getMe")).isEqualTo(1);
	}

	@Test
	void readsParametersFromTheQuery() {
		assertThat(text(this.calls.call("sendMessage?chat_id=7&text=a%20b+c%26d"))).isEqualTo("a b c&d");
	}

	@Test
	void readsParametersFromAForm() {
		assertThat(text(post(FORM, "chat_id=7&text=h%C3%A9"))).isEqualTo("h\u00e9");
	}

	@Test
	void readsParametersFromJson() {
		assertThat(text(post("application/json; charset=utf-8", "{\"chat_id\":7,\"text\":\"a\\nb\"}")))
			.isEqualTo("a\nb");
	}

	@Test
	void readsWhatComesBeforeAFaultInJson() {
		assertThat(text(post("application/json", "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{]"))).isEqualTo("a");
	}

	@Test
	@DisplayName("HttpReader::parse_multipart_form_data: a part with a file name is a file, any other a parameter")
	void readsParametersFromMultipart() {
		String body = """
				--b\r
				Content-Disposition: form-data; name="chat_id"\r
				\r
				7\r
				--b\r
				Content-Disposition: form-data; name="text"\r
				\r
				a b\r
				--b\r
				Content-Disposition: form-data; name="photo"; filename="p.png"\r
				Content-Type: image/png\r
				\r
				xyz\r
				--b--\r
				""";
		assertThat(text(post("multipart/form-data; boundary=b", body))).isEqualTo("a b");
		assertThat(this.simulator.requests()).last()
			.satisfies((request) -> assertThat(request.files()).containsExactly("photo"));
	}

	@Test
	@DisplayName("HttpReader::do_read_next: a body of another type is ignored")
	void ignoresABodyOfAnotherType() {
		assertThat(post("text/plain", "chat_id=7&text=a").statusCode()).isEqualTo(400);
	}

	@Test
	@DisplayName("HttpReader::parse_url, Query::arg: the query comes first, and the first value wins")
	void firstValueWinsAndTheQueryComesFirst() {
		HttpResponse<String> response = this.calls.post(this.calls.path("sendMessage?text=query"), FORM,
				"chat_id=7&text=body&chat_id=8");
		assertThat(text(response)).isEqualTo("query");
		assertThat(BotCalls.json(response).get("result").get("chat").get("id").longValue()).isEqualTo(7);
	}

	@Test
	@DisplayName("Query::Query: without a method in the path, the parameter counts")
	void takesTheMethodFromAParameterIfThePathHasNone() {
		assertThat(this.calls.call("?method=getMe").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"/bot0123:abcdefghijklmnopqrstuvwxyz/getMe | 401 | Unauthorized: invalid token specified",
			"/botnonsense/getMe | 401 | Unauthorized: invalid token specified",
			"/botabc:abcdefghijklmnopqrstuvwxyz/getMe | 421 | Misdirected Request: unallowed token specified",
			"/bot42:short/getMe | 401 | Unauthorized", "/bot42:abcdefghijklmnopqrstuvwxyz$/getMe | 401 | Unauthorized",
			"/bot42:abcdefghijklmnopqrstuvwxyz | 404 | Not Found",
			"/bot42:abcdefghijklmnopqrstuvwxyz/nope | 404 | Not Found: method not found",
			"/bot42:abcdefghijklmnopqrstuvwxyz/getMe/ | 404 | Not Found: method not found",
			"/bot42%3Aabcdefghijklmnopqrstuvwxyz/getMe | 200 | ", "/elsewhere | 404 | Not Found",
			"/file/bot42:abcdefghijklmnopqrstuvwxyz/photos/1.png | 404 | Not Found",
			"/bot42:abcdefghijklmnopqrstuvwxyz/test/getMe | 200 | ",
			"/bot42:abcdefghijklmnopqrstuvwxyz/testing/getMe | 404 | Not Found",
			"/bot42:abcdefghijklmnopqrstuvwxyz/test | 404 | Not Found",
			"/bot-5:abcdefghijklmnopqrstuvwxyz/getMe | 401 | Unauthorized: invalid token specified",
			"/bot18014398509481984:abcdefghijklmnopqrstuvwxyz/getMe | 401 | Unauthorized: invalid token specified",
			"/bot42:abcdefghijklmnopqrstuvwxyz/getMe#/x?method=y | 200 | " })
	@DisplayName("HttpConnection::handle, ClientManager::send, Client::on_cmd: paths, tokens and methods")
	void answersPathsAsTheOfficialServerDoes(String path, int status, String description) {
		HttpResponse<String> response = this.calls.get(path.replace("$", "%24"));
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(BotCalls.json(response).path("description").stringValue(null)).isEqualTo(description);
	}

	@Test
	@DisplayName("Client::start_up: a token that Telegram does not know is refused")
	void acceptsOnlyTheTokensThatAreSet() {
		try (TelegramSimulator strict = TelegramSimulator.builder().tokens("1:" + BotCalls.SECRET).build().start()) {
			assertThat(new BotCalls(strict, 1).call("getMe").statusCode()).isEqualTo(200);
			assertThat(new BotCalls(strict, 2).call("getMe").statusCode()).isEqualTo(401);
		}
	}

	@Test
	@DisplayName("HttpReader::parse_head, HttpConnectionBase::loop: no call, no body, and the end")
	void refusesWhatIsNoCallWithoutABodyAndCloses() throws Exception {
		assertThat(exchange("PUT " + this.calls.path("getMe") + " HTTP/1.1\r\nHost: x\r\n\r\n"))
			.startsWith("HTTP/1.1 501")
			.contains("content-length: 0")
			.endsWith("\r\n\r\n");
		assertThat(exchange("GET " + this.calls.path("getMe") + " HTTP/1.7\r\nHost: x\r\n\r\n"))
			.startsWith("HTTP/1.1 505");
		assertThat(exchange("POST " + this.calls.path("getMe")
				+ " HTTP/1.1\r\nHost: x\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx"))
			.startsWith("HTTP/1.1 415");
	}

	@Test
	@DisplayName("HttpReader::parse_parameters: parameters have 1 MiB at most")
	void refusesTooLargeABody() {
		assertThat(post(FORM, "text=" + "x".repeat(1024 * 1024)).statusCode()).isEqualTo(413);
	}

	@Test
	@DisplayName("HttpConnection::handle: a target has to begin with a slash")
	void answersAnAbsoluteTargetAsTheOfficialServerDoes() throws Exception {
		assertThat(exchange("GET http://x/bot HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
			.endsWith("\"Not Found: absolute URI is specified in the Request-Line\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "text=a | chat_id is empty", "chat_id=7 | message text is empty",
					"chat_id=7&text=%20 | message text is empty", "chat_id=nobody&text=a | chat not found",
					"chat_id=@nobody&text=a | chat not found", "chat_id=0&text=a | chat not found",
					"chat_id=7&text=a&reply_parameters={\"message_id\":99} | message to be replied not found" })
	void sendMessageChecksItsParameters(String parameters, String detail) {
		HttpResponse<String> response = post(FORM, parameters);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(BotCalls.json(response).get("description").stringValue()).isEqualTo("Bad Request: " + detail);
		assertThat(this.simulator.executed("sendMessage")).isZero();
		assertThat(this.simulator.received("sendMessage")).isEqualTo(1);
	}

	@Test
	void sendMessageReturnsAMessageWithReplyAndKeyboard() {
		this.simulator.bot(42).write(7, "/start");
		JsonNode message = BotCalls.json(post("application/json", """
				{"chat_id":7,"text":"see /help","reply_parameters":{"message_id":1},
				"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}""")).get("result");
		assertThat(message.get("message_id").intValue()).isEqualTo(2);
		assertThat(message.get("from").get("is_bot").booleanValue()).isTrue();
		assertThat(message.get("chat").get("type").stringValue()).isEqualTo("private");
		assertThat(message.get("reply_to_message").get("text").stringValue()).isEqualTo("/start");
		assertThat(message.get("reply_markup").has("inline_keyboard")).isTrue();
		assertThat(message.get("entities").get(0).get("type").stringValue()).isEqualTo("bot_command");
	}

	@Test
	void sendsToAUsernameThatIsKnown() {
		this.simulator.bot(42).write(7, "hi");
		assertThat(this.calls.call("sendMessage?chat_id=@user7&text=a").statusCode()).isEqualTo(200);
	}

	@Test
	void keepsCommands() {
		this.calls.post(this.calls.path("setMyCommands"), "application/json",
				"{\"commands\":[{\"command\":\"start\",\"description\":\"Begin\"}]}");
		assertThat(this.calls.result("getMyCommands").get(0).get("command").stringValue()).isEqualTo("start");
		assertThat(this.calls.call("setMyCommands?commands=x").statusCode()).isEqualTo(400);
	}

	@Test
	void acknowledgesTheRest() {
		assertThat(this.calls.result("sendChatAction?chat_id=7&action=typing").booleanValue()).isTrue();
		this.simulator.bot(42).push("{\"callback_query\":{\"id\":\"1\"}}");
		assertThat(this.calls.result("answerCallbackQuery?callback_query_id=1").booleanValue()).isTrue();
	}

	@Test
	void recordsRequestsWithoutTheSecret() {
		this.calls.call("sendMessage?chat_id=7&text=a");
		List<RecordedRequest> requests = this.simulator.requests();
		assertThat(requests).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("sendMessage");
			assertThat(request.path()).isEqualTo("/bot42:***/sendMessage");
			assertThat(request.parameters()).containsEntry("text", "a");
			assertThat(request.verb()).isEqualTo("GET");
			assertThat(request.connection()).isPositive();
		});
		assertThat(requests.toString()).doesNotContain(BotCalls.SECRET);
	}

	@Test
	void explainsAnUpdateThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.bot(42).push("{}"))
			.withMessageContaining("exactly one field");
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.bot(42).push("[]"))
			.withMessageContaining("JSON object");
	}

	private HttpResponse<String> post(String contentType, String body) {
		return this.calls.post(this.calls.path("sendMessage"), contentType, body);
	}

	private String exchange(String request) throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			return connection.write(request).readToEnd();
		}
	}

	private static String text(HttpResponse<String> response) {
		return BotCalls.json(response).path("result").path("text").stringValue(null);
	}

}
