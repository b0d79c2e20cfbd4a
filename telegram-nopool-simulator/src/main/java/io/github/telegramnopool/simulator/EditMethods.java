package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes and deletes messages of a chat. Of a message that was sent inline the simulator
 * knows nothing but that it can be edited.
 */
final class EditMethods {

	private static final List<String> CAPTION = List.of("caption", "caption_entities", "show_caption_above_media");

	private EditMethods() {
	}

	/**
	 * Change a message, as the name of the method says.
	 */
	static Reply edit(CallValues call) {
		Parameters parameters = call.parameters();
		if (!parameters.get("inline_message_id").isEmpty()) {
			return Reply.isTrue();
		}
		if (parameters.get("chat_id").isEmpty() && parameters.getLong("message_id") == 0) {
			throw ApiError.badRequest("message identifier is not specified");
		}
		ObjectNode edited = call.bot().inChat(parameters.get("chat_id"), (chat) -> {
			ObjectNode old = find(call, chat, "message to edit not found");
			ObjectNode changed = old.deepCopy();
			change(call, chat, changed);
			// As text, for equal numbers can be nodes of different classes
			if (Json.write(changed).equals(Json.write(old))) {
				throw ApiError.badRequest("message is not modified: specified new message content and reply markup "
						+ "are exactly the same as a current content and reply markup of the message");
			}
			chat.replace(changed.put("edit_date", call.bot().now()));
			return changed;
		});
		return Reply.ok(edited);
	}

	static Reply stopPoll(CallValues call) {
		ObjectNode stopped = call.bot().inChat(call.parameters().get("chat_id"), (chat) -> {
			ObjectNode message = find(call, chat, "message with poll to stop not found");
			if (!(message.get("poll") instanceof ObjectNode poll)) {
				throw ApiError.badRequest("message with poll to stop not found");
			}
			chat.replace(message.set("poll", poll.put("is_closed", true)));
			return poll;
		});
		return Reply.ok(stopped);
	}

	static Reply deleteMessage(CallValues call) {
		return call.bot().inChat(call.parameters().get("chat_id"), (chat) -> {
			if (!chat.remove(call.parameters().getLong("message_id"))) {
				throw ApiError.badRequest("message to delete not found");
			}
			return Reply.isTrue();
		});
	}

	/**
	 * Delete those that are there; the others are no error.
	 */
	static Reply deleteMessages(CallValues call) {
		JsonNode ids = call.parameters().getJson("message_ids");
		return call.bot().inChat(call.parameters().get("chat_id"), (chat) -> {
			Stream.ofNullable(ids).flatMap(JsonNode::valueStream).forEach((id) -> chat.remove(id.asLong(0)));
			return Reply.isTrue();
		});
	}

	private static ObjectNode find(CallValues call, Chat chat, String otherwise) {
		@Nullable ObjectNode message = chat.find(call.parameters().getLong("message_id"));
		if (message == null) {
			throw ApiError.badRequest(otherwise);
		}
		if (message.path("from").path("id").asLong(0) != call.bot().id()) {
			throw ApiError.badRequest("message can't be edited");
		}
		return message;
	}

	private static void change(CallValues call, Chat chat, ObjectNode message) {
		switch (call.method().name()) {
			case "editMessageText" -> text(call, message);
			case "editMessageCaption" -> caption(call, message);
			case "editMessageMedia" -> media(call, chat, message);
			case "editMessageLiveLocation" -> content(call, chat, message, "location");
			case "editMessageChecklist" -> content(call, chat, message, "checklist");
			default -> {
				// Only the keyboard changes
			}
		}
		message.remove("reply_markup");
		MessageMaker.addMarkup(message, call.parameters());
	}

	private static void text(CallValues call, ObjectNode message) {
		JsonNode rich = call.parameters().getJson("rich_message");
		if (rich != null) {
			message.remove(List.of("text", "entities"));
			message.set("rich_message", rich);
			return;
		}
		if (!message.has("text") && !message.has("rich_message")) {
			throw ApiError.badRequest("there is no text in the message to edit");
		}
		message.remove(List.of("entities", "rich_message"));
		TextContent.add(message, call.parameters());
	}

	private static void caption(CallValues call, ObjectNode message) {
		if (Stream.of(MediaKind.values()).noneMatch((kind) -> message.has(kind.field()))) {
			throw ApiError.badRequest("there is no caption in the message to edit");
		}
		message.remove(CAPTION);
		MessageMaker.addCaption(message, call.json());
	}

	private static void media(CallValues call, Chat chat, ObjectNode message) {
		JsonNode item = call.parameters().getJson("media");
		Stream.of(MediaKind.values()).forEach((kind) -> message.remove(kind.field()));
		message.remove(CAPTION);
		new MediaContent(call, chat).addItem(message, (item != null) ? item : Json.object());
	}

	private static void content(CallValues call, Chat chat, ObjectNode message, String field) {
		if (!message.has(field)) {
			throw ApiError.badRequest("message can't be edited");
		}
		ObjectNode given = call.json();
		message.set(field, call.maker(chat)
			.make(call.schema().contentType(field), field, given.path(field).isObject() ? given.get(field) : given));
	}

}
