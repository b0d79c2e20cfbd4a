// SPDX-License-Identifier: Apache-2.0
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
		return call.bot().inWorld((world) -> Reply.ok(make(call, chat(call, world))));
	}

	/**
	 * The chat that the call names, or one that nobody knows of.
	 */
	private static Chat chat(CallValues call, World world) {
		String chatId = call.parameters().get("chat_id");
		return chatId.isEmpty() ? new Chat(world.botId(), world.profile.user(), world.botId())
				: world.chats.resolve(chatId);
	}

	private static JsonNode make(CallValues call, Chat chat) {
		return call.maker(chat).make(call.method().returns(), call.method().name(), call.json());
	}

	private static List<StoredFile> storeUploads(CallValues call) {
		FileReference files = new FileReference(call.bot().files(), call.parameters());
		List<StoredFile> stored = new ArrayList<>();
		call.parameters().files().values().forEach((upload) -> stored.add(files.store(upload, "uploads")));
		return stored;
	}

}
