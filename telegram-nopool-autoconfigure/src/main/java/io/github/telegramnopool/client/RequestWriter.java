package io.github.telegramnopool.client;

import io.github.telegramnopool.api.AttachedFiles;
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

	Request write(BotApiMethod<?> method) {
		AttachedFiles files = new AttachedFiles();
		byte[] json = this.mapper.writer().withAttribute(AttachedFiles.class, files).writeValueAsBytes(method);
		return new Request(method.methodName(), json, files.byPartName());
	}

}
