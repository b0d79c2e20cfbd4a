// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import io.github.telegramnopool.api.AttachedFiles;
import io.github.telegramnopool.api.BotApiMethod;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the parameters of a method.
 */
final class RequestWriter {

	private final ObjectWriter writer;

	RequestWriter(JsonMapper mapper) {
		this.writer = mapper.writer();
	}

	Request write(BotApiMethod<?> method) {
		AttachedFiles files = new AttachedFiles();
		byte[] json = this.writer.withAttribute(AttachedFiles.class, files).writeValueAsBytes(method);
		return new Request(method.methodName(), json, files.byPartName());
	}

}
