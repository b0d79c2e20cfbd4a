package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Answers a method that the simulator has no behaviour for: with a value of the type that
 * the schema says it returns.
 */
final class GenericMethod {

	private GenericMethod() {
	}

	static Reply answer(CallValues call) {
		List<StoredFile> uploads = storeUploads(call);
		SchemaType type = call.method().returns();
		if (type.takes("File") && !uploads.isEmpty()) {
			return Reply.ok(uploads.get(0).toJson());
		}
		String chatId = call.parameters().get("chat_id");
		return Reply.ok(chatId.isEmpty() ? make(call, new Chat(call.bot().id()))
				: call.bot().inChat(chatId, (chat) -> make(call, chat)));
	}

	private static JsonNode make(CallValues call, Chat chat) {
		return call.maker(chat).make(call.method().returns(), call.method().name(), call.json());
	}

	private static List<StoredFile> storeUploads(CallValues call) {
		FileReference files = new FileReference(call.bot(), call.parameters());
		List<StoredFile> stored = new ArrayList<>();
		call.parameters().files().values().forEach((upload) -> stored.add(files.store(upload, "uploads")));
		return stored;
	}

}
