// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import tools.jackson.databind.json.JsonMapper;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * Makes updates as Telegram would send them.
 */
final class Updates {

	private static final JsonMapper MAPPER = BotApiJson.mapper();

	private Updates() {
	}

	static Update message(long id, long chat, String text) {
		return read(id, "\"message\":" + messageJson(chat, text));
	}

	static String messageJson(long chat, String text) {
		return "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":%s}".formatted(chat,
				MAPPER.writeValueAsString(text));
	}

	static Update read(long id, String content) {
		return MAPPER.readValue(json(id, content), Update.class);
	}

	static ReceivedUpdate receivedMessage(long id, long chat, String text) {
		return received(id, "\"message\":" + messageJson(chat, text));
	}

	static ReceivedUpdate received(long id, String content) {
		return ReceivedUpdate.readable(id, read(id, content), () -> json(id, content));
	}

	static ReceivedUpdate unreadable(long id, String content) {
		return ReceivedUpdate.unreadable(id, "it makes no sense", () -> json(id, content));
	}

	private static String json(long id, String content) {
		return "{\"update_id\":" + id + (content.isEmpty() ? "" : "," + content) + "}";
	}

}
