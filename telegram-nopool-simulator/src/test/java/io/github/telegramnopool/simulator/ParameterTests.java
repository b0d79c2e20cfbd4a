// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterTests {

	private static final String JSON = "application/json";

	private static final String FORM = "application/x-www-form-urlencoded";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[ 1,  2 ]", "1.50", "1e3", "-7", "true", "null", "{\"a\" : [\"b\\n\"]}", "[]" })
	@DisplayName("HttpReader::parse_json_parameters: a value that is no string counts by its text, as it was written")
	void jsonValueCountsByItsText(String value) {
		assertThat(post(JSON, "{\"x\" : " + value + " ,\"y\":\"z\"}"))
			.containsExactlyInAnyOrderEntriesOf(Map.of("x", value, "y", "z"));
	}

	@Test
	@DisplayName("HttpReader::parse_json_parameters: an array and a string that holds it are the same")
	void arrayAndItsTextAreTheSame() {
		assertThat(post(JSON, "{\"allowed_updates\":[\"message\"]}"))
			.isEqualTo(post(JSON, "{\"allowed_updates\":\"[\\\"message\\\"]\"}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"a\":\"1\",\"b\":[1,}  | {a=1}", "{\"a\":\"1\",}     | {a=1}", "{\"a\":\"1\"     | {a=1}",
					"{\"a\":\"1\"} trailing | {a=1}", "nonsense        | {}", "\"text\"        | {content=text}",
					"[1]                    | {}", "''                 | {}" })
	@DisplayName("HttpReader::parse_json_parameters: what comes before a fault counts, and the fault is no error")
	void whatComesBeforeAFaultCounts(String body, String parameters) {
		assertThat(post(JSON, body).toString()).isEqualTo(parameters);
	}

	@Test
	@DisplayName("Query::arg: the first value of a name wins")
	void firstValueWins() {
		HttpResponse<String> response = this.calls.post(this.calls.path("getMe?a=query"), JSON,
				"{\"a\":\"body\",\"b\":\"1\",\"b\":\"2\"}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(last()).isEqualTo(Map.of("a", "query", "b", "1"));
	}

	@Test
	@DisplayName("td::url_decode: what is no escape stays as it is, and a plus is a blank in a form only")
	void decodesPercents() throws Exception {
		assertThat(post(FORM, "a=100%&b=%zz%41+%C3%A9&c&=d&&e=f=g").toString())
			.isEqualTo(Map.of("a", "100%", "b", "%zzA \u00e9", "c", "", "", "d", "e", "f=g").toString());
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			String path = this.calls.path("%67etMe%").replace(":", "%3A");
			connection.write("GET " + path + "?a=%+b#c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
			assertThat(connection.readToEnd()).endsWith("\"Not Found: method not found\"}");
		}
		assertThat(this.simulator.requests()).last()
			.satisfies((request) -> assertThat(request.method()).isEqualTo("getMe%"))
			.satisfies((request) -> assertThat(request.parameters()).isEqualTo(Map.of("a", "% b#c")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "text/x; Application/JSON | {\"a\":\"1\"} | {a=1}",
					"x-application/x-www-form-urlencoded | a=1 | {a=1}", "text/plain | a=1 | {}",
					"application/octet-stream | a=1 | {}" })
	@DisplayName("HttpReader::do_read_next: the type of a body is found anywhere in its header; others are ignored")
	void typeIsFoundAnywhere(String type, String body, String parameters) {
		assertThat(post(type, body).toString()).isEqualTo(parameters);
	}

	@Test
	@DisplayName("HttpReader::parse_multipart_form_data: a part may hold a form")
	void partMayHoldAForm() {
		String body = "--b\r\nContent-Disposition: form-data; name=\"ignored\"\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\n\r\na=1&b=2\r\n--b--\r\n";
		assertThat(post("multipart/form-data; boundary=b", body)).isEqualTo(Map.of("a", "1", "b", "2"));
	}

	@Test
	@DisplayName("HttpReader::parse_multipart_form_data: filename* is not known, so its part is a parameter")
	void extendedFileNameIsNotKnown() {
		String body = "--b\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''x.txt\r\n\r\n1\r\n--b--\r\n";
		assertThat(post("multipart/form-data; boundary=b", body)).isEqualTo(Map.of("a", "1"));
	}

	@Test
	@DisplayName("HttpReader::parse_multipart_form_data: heads of more than 256 KiB are refused with 431")
	void tooLargeAHeadIsRefused() {
		String body = "--b\r\nContent-Disposition: form-data; name=\"" + "x".repeat(300 * 1024)
				+ "\"\r\n\r\n1\r\n--b--\r\n";
		assertThat(this.calls.post(this.calls.path("getMe"), "multipart/form-data; boundary=b", body).statusCode())
			.isEqualTo(431);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "multipart/form-data | 400", "multipart/form-data; boundary= | 400",
			"multipart/form-data; boundary=0123456789012345678901234567890123456789012345678901234567890123456789a | 400" })
	@DisplayName("HttpReader::do_read_next: a boundary has 1 to 70 characters")
	void boundaryIsBounded(String type, int status) {
		assertThat(this.calls.post(this.calls.path("getMe"), type, "--\r\n").statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "none,200", "identity,415", "br,415" })
	@DisplayName("HttpReader::do_read_next: encodings are none, gzip and deflate")
	void encodingsAreFew(String encoding, int status) throws Exception {
		assertThat(statusOf("Content-Encoding: " + encoding + "\r\nContent-Length: 1\r\n\r\nx")).isEqualTo(status);
	}

	@Test
	@DisplayName("HttpReader::do_read_next: a transfer encoding other than chunked is refused with 501")
	void transferIsChunkedOrNot() throws Exception {
		assertThat(statusOf("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).isEqualTo(200);
		assertThat(statusOf("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")).isEqualTo(501);
	}

	@ParameterizedTest
	@CsvSource({ "5,5", "5x,5", "x,0", "-3,-3", "'',7", "12 ,12" })
	@DisplayName("Client::get_integer_arg: digits count up to what is none")
	void readsNumbers(String value, int number) {
		Parameters parameters = new Parameters();
		parameters.add("n", value);
		assertThat(parameters.getInteger("n", 7, -10, 100)).isEqualTo(number);
		assertThat(parameters.getInteger("n", 7, 1, 4)).isBetween(1, 4);
	}

	@ParameterizedTest
	@CsvSource({ "true,true", "' YES ',true", "1,true", "on,false", "'',false", "10,false" })
	@DisplayName("Client::to_bool: true, yes and 1, in any case")
	void readsTruth(String value, boolean truth) {
		Parameters parameters = new Parameters();
		parameters.add("b", value);
		assertThat(parameters.getBoolean("b")).isEqualTo(truth);
	}

	private Map<String, String> post(String type, String body) {
		assertThat(this.calls.post(this.calls.path("getMe"), type, body).statusCode()).isEqualTo(200);
		return last();
	}

	private Map<String, String> last() {
		return this.simulator.requests().get(this.simulator.requests().size() - 1).parameters();
	}

	private int statusOf(String headersAndBody) throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write("POST " + this.calls.path("getMe") + " HTTP/1.1\r\nHost: x\r\n" + headersAndBody);
			return Integer.parseInt(connection.readHead().substring(9, 12));
		}
	}

}
