// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Repeats messages in another chat, with or without telling where they come from. A chat
 * in which nothing was said yet may hold any message, for the simulator can't know.
 */
final class CopyMethods {

	private static final List<String> NOT_COPIED = List.of("message_id", "from", "chat", "date", "edit_date",
			"sender_chat", "via_bot", "has_protected_content", "reply_to_message", "reply_markup", "media_group_id");

	private final MessageMaker messages;

	CopyMethods(ApiSchema schema) {
		this.messages = new MessageMaker(schema);
	}

	Reply forwardMessage(CallValues call) {
		ObjectNode source = find(call, call.parameters().getLong("message_id"));
		if (source == null) {
			throw ApiError.badRequest("message to forward not found");
		}
		if (!canForward(source)) {
			throw ApiError.badRequest("the message can't be forwarded");
		}
		return Reply.ok(forward(call, source));
	}

	Reply copyMessage(CallValues call) {
		ObjectNode source = find(call, call.parameters().getLong("message_id"));
		if (source == null) {
			throw ApiError.badRequest("message to copy not found");
		}
		if (Privacy.isService(source)) {
			throw ApiError.badRequest("the message can't be copied");
		}
		return Reply.ok(id(copy(call, source)));
	}

	/**
	 * Repeat several. Those that are not there are left out.
	 */
	Reply repeatAll(CallValues call, boolean forward) {
		JsonNode ids = call.parameters().getJson("message_ids");
		ArrayNode sent = Json.array();
		for (JsonNode id : (ids != null) ? ids : Json.array()) {
			ObjectNode source = find(call, id.asLong(0));
			if (source != null && (forward ? canForward(source) : !Privacy.isService(source))) {
				sent.add(id(forward ? forward(call, source) : copy(call, source)));
			}
		}
		if (sent.isEmpty()) {
			throw ApiError.badRequest("there are no messages to forward");
		}
		return Reply.ok(sent);
	}

	private static @Nullable ObjectNode find(CallValues call, long messageId) {
		return call.bot().<@Nullable ObjectNode>inWorld((world) -> {
			Chat chat = world.chats.resolve(call.parameters().get("from_chat_id"));
			ChatAccess.READ.check(chat);
			ObjectNode found = chat.transcript.find(messageId);
			return (found == null && chat.transcript.isEmpty())
					? chat.newMessage(world.user(chat.defaultUser()), world.now()) : found;
		});
	}

	private ObjectNode forward(CallValues call, ObjectNode source) {
		return repeat(call, source, (message) -> {
			if (!source.has("forward_origin")) {
				message.set("forward_origin", origin(source));
			}
		});
	}

	private static boolean canForward(ObjectNode source) {
		return !Privacy.isService(source) && !source.path("has_protected_content").asBoolean(false);
	}

	/**
	 * Where a message comes from: a person, or the channel that posted it.
	 */
	private static ObjectNode origin(ObjectNode source) {
		ObjectNode origin = Json.object();
		origin.set("date", source.get("date"));
		if (source.path("from").isObject()) {
			origin.put("type", "user").set("sender_user", source.get("from"));
		}
		else {
			origin.put("type", "channel").set("chat", source.get("chat"));
			origin.set("message_id", source.get("message_id"));
		}
		return origin;
	}

	private ObjectNode copy(CallValues call, ObjectNode source) {
		return repeat(call, source, (message) -> {
			message.remove("forward_origin");
			if (call.parameters().has("caption")) {
				message.remove(List.of("caption", "caption_entities"));
				TextContent.addCaption(message, call.json());
			}
		});
	}

	private ObjectNode repeat(CallValues call, ObjectNode source, Consumer<ObjectNode> change) {
		ObjectNode content = source.deepCopy().remove(NOT_COPIED);
		return call.bot().inWorld((world) -> {
			Chat chat = world.chats.resolve(call.parameters().get("chat_id"));
			return this.messages.say(call, world, chat, (message) -> {
				message.setAll(content);
				change.accept(message);
			});
		});
	}

	private static ObjectNode id(ObjectNode message) {
		ObjectNode id = Json.object();
		id.set("message_id", message.get("message_id"));
		return id;
	}

}
