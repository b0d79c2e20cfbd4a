// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes messages of a chat. Of a message that was sent inline, but not by anybody of
 * the simulator's, it is known only that it can be edited.
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
		String inlineId = parameters.get("inline_message_id");
		if (inlineId.isEmpty() && parameters.get("chat_id").isEmpty() && parameters.getLong("message_id") == 0) {
			throw ApiError.badRequest("message identifier is not specified");
		}
		return call.bot().inWorld((world) -> {
			if (inlineId.isEmpty()) {
				Chat chat = world.chat(parameters, ChatAccess.EDIT);
				return Reply.ok(edit(call, world, chat, find(call, world, chat, "message to edit not found")));
			}
			InlineQueries.Place place = world.inline.find(inlineId);
			if (place != null) {
				edit(call, world, place.chat(), UserMessages.find(place.chat(), place.messageId()));
			}
			return Reply.isTrue();
		});
	}

	static Reply stopPoll(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.EDIT);
			ObjectNode message = find(call, world, chat, "message with poll to stop not found");
			if (!message.has("poll")) {
				throw ApiError.badRequest("message with poll to stop not found");
			}
			if (message.path("poll").path("is_closed").asBoolean(false)) {
				throw ApiError.badRequest("poll has already been closed");
			}
			return Reply.ok(world.polls.stop(chat, message));
		});
	}

	private static ObjectNode edit(CallValues call, World world, Chat chat, ObjectNode old) {
		ObjectNode changed = old.deepCopy();
		change(call, chat, changed);
		JsonNode markup = ReplyMarkup.read(call.parameters());
		changed.remove("reply_markup");
		if (markup != null && markup.has("inline_keyboard")) {
			changed.set("reply_markup", markup);
		}
		// As text, for equal numbers can be nodes of different classes
		if (Json.write(changed).equals(Json.write(old))) {
			throw ApiError.badRequest("message is not modified: specified new message content and reply markup "
					+ "are exactly the same as a current content and reply markup of the message");
		}
		world.edit(chat, changed.put("edit_date", world.now()));
		return changed;
	}

	private static ObjectNode find(CallValues call, World world, Chat chat, String otherwise) {
		ObjectNode message = chat.transcript.find(call.parameters().getLong("message_id"));
		if (message == null) {
			throw ApiError.badRequest(otherwise);
		}
		boolean own = (chat.type() == ChatType.CHANNEL) ? MemberStatus.can(chat.members.bot(), "can_edit_messages")
				: message.path("from").path("id").asLong(0) == world.botId();
		if (!own) {
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
		TextContent.addCaption(message, call.json());
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
