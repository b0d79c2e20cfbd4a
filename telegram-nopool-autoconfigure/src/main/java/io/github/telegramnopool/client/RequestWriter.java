package io.github.telegramnopool.client;

import io.github.telegramnopool.api.BotApiMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the parameters of a method.
 */
final class RequestWriter {

	private final JsonMapper mapper;

	RequestWriter(JsonMapper mapper) {
		this.mapper = mapper;
	}

	byte[] write(BotApiMethod<?> method) {
		return this.mapper.writeValueAsBytes(method);
	}

}
