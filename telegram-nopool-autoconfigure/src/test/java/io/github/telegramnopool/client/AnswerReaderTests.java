// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.DeleteWebhook;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.User;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.ChatMigratedException;
import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.ForbiddenException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.client.error.UnauthorizedException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AnswerReader}.
 */
class AnswerReaderTests {

	private static final String ME = "{\"id\":4242,\"is_bot\":true,\"first_name\":\"Test\",\"username\":\"test_bot\"}";

	private final AnswerReader reader = new AnswerReader(BotApiJson.mapper());

	@Test
	void readsTheResult() {
		User me = read(200, "{\"ok\":true,\"result\":" + ME + "}");
		assertThat(me.username()).isEqualTo("test_bot");
	}

	@Test
	void readsAResultThatIsTrue() {
		assertThat(this.reader.read(DeleteWebhook.of(),
				TransportFixtures.answer(200, null, null, "{\"ok\":true,\"result\":true,\"description\":\"x\"}")))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "text/html" })
	void readsTheContentWhateverItIsCalled(String contentType) {
		assertThat(this.reader
			.read(GetMe.of(), TransportFixtures.answer(200, contentType, null, "{\"ok\":true,\"result\":" + ME + "}"))
			.id()).isEqualTo(4242);
	}

	@Test
	void ignoresWhatIsNewerThanTheSchema() {
		assertThat(read(200, "{\"ok\":true,\"new\":[1],\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"T\","
				+ "\"brand_new\":{}}}")
			.id()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			200 | ``
			200 | {}
			200 | []
			200 | null
			200 | true
			200 | "ok"
			200 | <html><body>Blocked</body></html>
			200 | {"ok":true}
			200 | {"ok":true,"result":null}
			200 | {"ok":"true","result":{"id":1}}
			200 | {"ok":1,"result":{"id":1}}
			200 | {"result":{"id":1}}
			200 | {"ok":true,"result":"text"}
			200 | {"ok":true,"result":[]}
			200 | {"ok":true,"result":{"id":1
			200 | {"ok":true,"result":{"id":1}} {"ok":true}
			200 | {"ok":false}
			200 | {"ok":false,"error_code":500,"description":"x"}
			400 | {"ok":true,"result":{"id":1,"is_bot":true,"first_name":"T"}}
			500 | {"ok":true,"result":{"id":1,"is_bot":true,"first_name":"T"}}
			500 | {"ok":false,"error_code":500,"description":"Internal Server Error: restart"}
			500 | {"ok":false,"error_code":400,"description":"Bad Request"}
			502 | <html>Bad Gateway</html>
			502 | ``
			504 | {"ok":false,"error_code":504,"description":"Gateway Timeout"}
			302 | ``
			403 | <html>Access denied by policy</html>
			404 | ``
			400 | {"error":"something else"}
			""")
	void theOutcomeIsUnknown(int status, String body) {
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> read(status, body))
			.withMessageStartingWith("getMe: outcome unknown, the answer HTTP " + status + " (")
			.withMessageContaining(body.length() + " bytes")
			.withNoCause()
			.satisfies((ex) -> {
				assertThat(ex.phase()).isEqualTo(Phase.RESPONSE);
				assertThat(ex.method()).isEqualTo("getMe");
			});
	}

	@Test
	void unusableContentIsNotRepeatedInTheMessage() {
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> read(200, "{\"ok\":true,\"result\":{\"id\":\"the-secret-of-a-user\"}}"))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("the-secret-of-a-user"));
	}

	@ParameterizedTest
	@CsvSource({ "400, io.github.telegramnopool.client.error.BadRequestException",
			"401, io.github.telegramnopool.client.error.UnauthorizedException",
			"403, io.github.telegramnopool.client.error.ForbiddenException",
			"404, io.github.telegramnopool.client.error.TelegramApiException",
			"409, io.github.telegramnopool.client.error.ConflictException",
			"420, io.github.telegramnopool.client.error.TelegramApiException",
			"429, io.github.telegramnopool.client.error.TooManyRequestsException" })
	void refusalsAreToldApartByWhatACallerDoes(int code, Class<? extends TelegramApiException> type) {
		assertThatExceptionOfType(TelegramApiException.class).isThrownBy(() -> read(code, refusal(code, null)))
			.isExactlyInstanceOf(type)
			.withMessage("getMe: " + code + " It's so")
			.satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo(code);
				assertThat(ex.description()).isEqualTo("It's so");
				assertThat(ex.parameters()).isNull();
				assertThat(ex.method()).isEqualTo("getMe");
			});
	}

	@Test
	void aRefusalWithoutCodeHasThatOfItsStatus() {
		assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> read(403, "{\"ok\":false}"))
			.withMessage("getMe: 403 (no description)");
	}

	@Test
	void aRefusalWithinATwoHundredIsARefusal() {
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(200, refusal(400, null)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 413, 431 })
	void aRequestThatIsTooLargeWasNotExecuted(int status) {
		assertThatExceptionOfType(TelegramApiException.class).isThrownBy(() -> read(status, ""))
			.withMessageContaining("too large")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(status));
	}

	@Test
	void tellsTheNewChat() {
		assertThatExceptionOfType(ChatMigratedException.class)
			.isThrownBy(() -> read(400, refusal(400, "{\"migrate_to_chat_id\":-1001234567890}")))
			.satisfies((ex) -> {
				assertThat(ex.newChatId()).isEqualTo(-1001234567890L);
				assertThat(ex.parameters()).isNotNull();
			});
	}

	@Test
	void parametersThatCannotBeReadDoNotHideTheRefusal() {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> read(400, refusal(400, "{\"migrate_to_chat_id\":\"nonsense\"}")));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(400, refusal(400, "[]")));
	}

	@Test
	void waitsAsLongAsTheBodySays() {
		assertThat(flood("{\"retry_after\":7}", "99")).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void waitsAsLongAsTheHeaderSays() {
		assertThat(flood(null, "9")).isEqualTo(Duration.ofSeconds(9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wed, 21 Oct 2037 07:28:00 GMT", "-1", "9999999999", "" })
	void waitsAWhileIfTheHeaderSaysNothingUsable(String header) {
		assertThat(flood(null, header)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void waitsAWhileIfNothingIsSaid() {
		assertThat(flood(null, null)).isEqualTo(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', value = { "0, 0", "3600, 3600", "'\"7\"', 7", "-3, 5", "1.5, 5", "null, 5",
			"{}, 5", "'\"soon\"', 5", "99999999999999999999, 5" })
	void waitsAWhileIfWhatIsSaidIsNoTime(String told, int seconds) {
		assertThat(flood("{\"retry_after\":" + told + "}", null)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void namesTheMethod() {
		assertThatExceptionOfType(TelegramException.class)
			.isThrownBy(() -> this.reader.read(SendMessage.of(1, "x"),
					TransportFixtures.answer(401, null, null, refusal(401, null))))
			.isInstanceOf(UnauthorizedException.class)
			.withMessageStartingWith("sendMessage: 401");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reader.result(SendMessage.of(1, "x"),
					TransportFixtures.answer(409, null, null, refusal(409, null))))
			.satisfies((ex) -> assertThat(ex.method()).isEqualTo("sendMessage"));
	}

	private User read(int status, String body) {
		return this.reader.read(GetMe.of(), TransportFixtures.answer(status, "application/json", null, body));
	}

	private Duration flood(@Nullable String parameters, @Nullable String header) {
		try {
			this.reader.read(GetMe.of(), TransportFixtures.answer(429, null, header, refusal(429, parameters)));
		}
		catch (TooManyRequestsException ex) {
			return ex.retryAfter();
		}
		throw new AssertionError("not refused");
	}

	private static String refusal(int code, @Nullable String parameters) {
		return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"It's so\""
				+ ((parameters != null) ? ",\"parameters\":" + parameters : "") + "}";
	}

}
