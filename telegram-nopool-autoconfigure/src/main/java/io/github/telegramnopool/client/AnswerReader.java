// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.ResponseParameters;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.ChatMigratedException;
import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.ForbiddenException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.client.error.UnauthorizedException;
import io.github.telegramnopool.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides by the content of an answer what became of a call: only {@code "ok":true} is a
 * success, and only {@code "ok":false} with a 4xx is a refusal. A proxy, a captive portal
 * or a gateway can answer anything else, with any status.
 */
final class AnswerReader {

	/**
	 * What to wait when Telegram does not say.
	 */
	private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(5);

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

	private final JsonMapper mapper;

	AnswerReader(JsonMapper mapper) {
		this.mapper = mapper;
	}

	<R> R read(BotApiMethod<R> method, HttpAnswer answer) {
		JsonSlice result = result(method, answer);
		try {
			return result.read(this.mapper, this.mapper.constructType(method.resultType()));
		}
		catch (JacksonException ex) {
			throw unusable(method, answer, "its result can't be read: " + BotApiJson.problem(ex));
		}
	}

	/**
	 * Find the result of a successful call.
	 */
	JsonSlice result(BotApiMethod<?> method, HttpAnswer answer) {
		JsonSlice body = JsonSlice.of(answer.body());
		Map<String, JsonSlice> envelope = (body != null) ? body.properties() : null;
		if (envelope != null && answer.status() < 400) {
			JsonSlice ok = envelope.get("ok");
			JsonSlice result = envelope.get("result");
			if (ok != null && ok.is("true") && result != null && !result.is("null")) {
				return result;
			}
		}
		throw failure(method, answer);
	}

	private TelegramException failure(BotApiMethod<?> method, HttpAnswer answer) {
		JsonNode envelope = envelope(answer);
		JsonNode ok = envelope.path("ok");
		if (ok.isBoolean() && !ok.booleanValue()) {
			int code = envelope.path("error_code").asInt(answer.status());
			if (code >= 400 && code < 500 && answer.status() < 500) {
				return refusal(method.methodName(), code, envelope, answer);
			}
		}
		if (isRefusedByProtocol(answer.status())) {
			return new TelegramApiException(method.methodName(), answer.status(),
					"the request is too large for the server", null);
		}
		return unusable(method, answer, "not an answer of the Bot API");
	}

	/**
	 * The server answers these without a body, before it looks at the method.
	 */
	private static boolean isRefusedByProtocol(int status) {
		return status == 413 || status == 431;
	}

	private JsonNode envelope(HttpAnswer answer) {
		try {
			return this.mapper.readTree(answer.body());
		}
		catch (JacksonException ex) {
			return this.mapper.missingNode();
		}
	}

	private static TelegramException unusable(BotApiMethod<?> method, HttpAnswer answer, String why) {
		return new OutcomeUnknownException(method.methodName(),
				"the answer HTTP %d (%s, %d bytes) can't be used: %s".formatted(answer.status(),
						(answer.contentType() != null) ? answer.contentType() : "no content type", answer.body().length,
						why));
	}

	private TelegramApiException refusal(String method, int code, JsonNode envelope, HttpAnswer answer) {
		String description = envelope.path("description").asString("(no description)");
		ResponseParameters parameters = parameters(envelope.path("parameters"));
		return switch (code) {
			case 400 -> {
				Long newChatId = (parameters != null) ? parameters.migrateToChatId() : null;
				yield (newChatId != null) ? new ChatMigratedException(method, description, parameters, newChatId)
						: new BadRequestException(method, description, parameters);
			}
			case 401 -> new UnauthorizedException(method, description, parameters);
			case 403 -> new ForbiddenException(method, description, parameters);
			case 409 -> new ConflictException(method, description, parameters);
			case 429 -> new TooManyRequestsException(method, description, parameters,
					retryAfter(envelope.path("parameters").path("retry_after"), answer));
			default -> new TelegramApiException(method, code, description, parameters);
		};
	}

	private @Nullable ResponseParameters parameters(JsonNode node) {
		if (!node.isObject()) {
			return null;
		}
		try {
			return this.mapper.treeToValue(node, ResponseParameters.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static Duration retryAfter(JsonNode told, HttpAnswer answer) {
		return Stream.of(told.asString(""), String.valueOf(answer.retryAfter()))
			.filter((seconds) -> SECONDS.matcher(seconds).matches())
			.findFirst()
			.map((seconds) -> Duration.ofSeconds(Long.parseLong(seconds)))
			.orElse(DEFAULT_RETRY_AFTER);
	}

}
