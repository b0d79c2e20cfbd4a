package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * The methods about files.
 */
final class FileMethods {

	/**
	 * {@code MAX_DOWNLOAD_FILE_SIZE} of the official server.
	 */
	private static final int MAX_DOWNLOAD = 20 * 1024 * 1024;

	private FileMethods() {
	}

	/**
	 * Let the bot send a document: one that comes with the request, or one that was sent
	 * before.
	 */
	static Reply sendDocument(SimulatedBot bot, Parameters parameters) {
		return Reply.ok(bot.say(parameters.get("chat_id"), (chat) -> {
			StoredFile file = document(bot, parameters);
			ObjectNode message = chat.newMessage(bot.self(), bot.now());
			message.set("document", file.toJson().put("file_name", file.name()).put("mime_type", file.contentType()));
			String caption = parameters.get("caption").strip();
			return caption.isEmpty() ? message : message.put("caption", caption);
		}));
	}

	static Reply getFile(SimulatedBot bot, Parameters parameters) {
		StoredFile file = bot.file(parameters.get("file_id"));
		if (file == null) {
			throw ApiError.badRequest("invalid file_id");
		}
		if (file.content().length > MAX_DOWNLOAD) {
			throw ApiError.badRequest("file is too big");
		}
		return Reply.ok(file.toJson().put("file_path", file.path()));
	}

	private static StoredFile document(SimulatedBot bot, Parameters parameters) {
		String value = parameters.get("document");
		// "attach://name" stands for the part of that name
		UploadedFile uploaded = parameters
			.getFile(value.startsWith("attach://") ? value.substring("attach://".length()) : "document");
		StoredFile file = (uploaded != null) ? bot.store(uploaded.name(), uploaded.contentType(), uploaded.content())
				: bot.file(value);
		if (file == null) {
			throw ApiError.badRequest(value.isEmpty() ? "there is no document in the request"
					: "wrong file identifier/HTTP URL specified");
		}
		return file;
	}

}
