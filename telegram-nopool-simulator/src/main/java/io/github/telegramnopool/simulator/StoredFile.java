package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file of a bot.
 *
 * @param id the {@code file_id}
 * @param path the {@code file_path} below {@code /file/bot<token>/}
 * @param name name that it was uploaded under
 * @param contentType type that it was uploaded with
 * @param content the bytes
 */
record StoredFile(String id, String path, String name, String contentType, byte[] content) {

	/**
	 * The fields that all of Telegram's kinds of file share.
	 */
	ObjectNode toJson() {
		return Json.object()
			.put("file_id", this.id)
			.put("file_unique_id", "u" + this.id)
			.put("file_size", this.content.length);
	}

}
