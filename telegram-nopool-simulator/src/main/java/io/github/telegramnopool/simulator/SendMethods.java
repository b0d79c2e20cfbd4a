// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets a bot write in a chat. Which field of the message a method fills follows from its
 * name: {@code sendVideoNote} fills {@code video_note}.
 */
final class SendMethods {

	private static final String PREFIX = "send";

	private static final int MAX_ITEMS = 10;

	private final MessageMaker messages;

	private final ApiSchema schema;

	SendMethods(ApiSchema schema) {
		this.schema = schema;
		this.messages = new MessageMaker(schema);
	}

	/**
	 * Whether a method is one of those that send a message.
	 */
	static boolean sends(SchemaMethod method) {
		return method.name().startsWith(PREFIX) && method.returns().takes("Message");
	}

	Reply sendText(CallValues call) {
		return Reply.ok(say(call, (chat, message) -> TextContent.add(message, call.parameters())));
	}

	/**
	 * Send the one thing that the method is named after.
	 */
	Reply send(CallValues call) {
		String field = call.method()
			.name()
			.substring(PREFIX.length())
			.replaceAll("(?<!^)([A-Z])", "_$1")
			.toLowerCase(Locale.ROOT);
		ObjectNode given = call.json();
		return Reply.ok(say(call, (chat, message) -> {
			addContent(call, chat, message, field, given);
			TextContent.addCaption(message, given);
		}));
	}

	Reply sendPoll(CallValues call) {
		String id = call.bot().inWorld((world) -> world.polls.nextId());
		return Reply.ok(say(call, (chat, message) -> message.set("poll", PollContent.make(id, call))));
	}

	Reply sendPaidMedia(CallValues call) {
		return Reply.ok(say(call, (chat, message) -> {
			ObjectNode info = Json.object().put("star_count", call.parameters().getLong("star_count"));
			info.set("paid_media", new MediaContent(call, chat).paid(items(call)));
			message.set("paid_media", info);
			TextContent.addCaption(message, call.json());
		}));
	}

	Reply sendMediaGroup(CallValues call) {
		JsonNode items = items(call);
		ArrayNode sent = Json.array();
		for (JsonNode item : items) {
			String group = sent.isEmpty() ? "" : sent.get(0).path("media_group_id").asString();
			sent.add(say(call, (chat, message) -> {
				message.put("media_group_id", group.isEmpty() ? groupId(message) : group);
				new MediaContent(call, chat).addItem(message, item);
			}));
		}
		return Reply.ok(sent);
	}

	private void addContent(CallValues call, Chat chat, ObjectNode message, String field, ObjectNode given) {
		MediaKind kind = MediaKind.of(field);
		SchemaField content = this.schema.field("Message", field);
		if (kind != null) {
			message.set(field, new MediaContent(call, chat).make(kind, given, field));
		}
		else if (content != null) {
			JsonNode source = given.path(field).isObject() ? given.get(field) : given;
			JsonNode value = call.maker(chat).make(content.type(), field, source);
			if (value instanceof ObjectNode object && object.has("id")) {
				object.put("id", groupId(message));
			}
			message.set(field, value);
		}
	}

	private ObjectNode say(CallValues call, BiConsumer<Chat, ObjectNode> content) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chats.resolve(call.parameters().get("chat_id"));
			return this.messages.say(call, world, chat, (message) -> content.accept(chat, message));
		});
	}

	/**
	 * The media that a call lists ({@code Client::get_input_message_contents},
	 * {@code check_message_group_message_contents}).
	 */
	private static JsonNode items(CallValues call) {
		JsonNode items = call.parameters().getJson("media");
		if (items == null) {
			throw ApiError.badRequest("can't parse media JSON object");
		}
		if (!items.isArray()) {
			throw ApiError.badRequest("expected an Array of InputMedia");
		}
		if (items.isEmpty()) {
			throw ApiError.badRequest("there are no messages to send");
		}
		if (items.size() > MAX_ITEMS) {
			throw ApiError.badRequest("too many messages to send as an album");
		}
		return items;
	}

	/**
	 * An id that no other message yields.
	 */
	private static String groupId(ObjectNode message) {
		return message.path("chat").path("id").asString() + "_" + message.path("message_id").asString();
	}

}
