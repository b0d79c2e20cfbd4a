// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the messages that a bot sends: what a request says about any message is taken
 * over, the content is the method's own business.
 */
final class MessageMaker {

	/**
	 * Fields of a message that a parameter of the same name does not set as it is.
	 */
	private static final Set<String> NOT_TAKEN_OVER = Set.of("message_id", "from", "chat", "date", "text", "caption",
			"caption_entities", "entities", "reply_markup");

	private final ApiSchema schema;

	MessageMaker(ApiSchema schema) {
		this.schema = schema;
	}

	/**
	 * Say something in a chat for the bot.
	 * @param content adds what is in the message
	 * @return a copy of the message
	 */
	ObjectNode say(CallValues call, World world, Chat chat, Consumer<ObjectNode> content) {
		ChatAccess.checkSend(chat);
		ObjectNode message = chat.newMessage(world.profile.user(), world.now());
		takeOver(message, call.json());
		content.accept(message);
		if (call.parameters().getBoolean("protect_content")) {
			message.put("has_protected_content", true);
		}
		ObjectNode replied = repliedMessage(chat, call.parameters());
		if (replied != null) {
			message.set("reply_to_message", replied.without("reply_to_message"));
		}
		ReplyMarkup.apply(world, chat, message, call.parameters());
		world.say(chat, message);
		return message.deepCopy();
	}

	private void takeOver(ObjectNode message, ObjectNode given) {
		Map<String, SchemaField> fields = this.schema.types.getOrDefault("Message", Map.of());
		ValueCheck check = new ValueCheck(this.schema, Set.of());
		given.forEachEntry((name, value) -> {
			SchemaField field = fields.get(name);
			if (field != null && !NOT_TAKEN_OVER.contains(name) && check.check(field, value, name).isEmpty()) {
				message.set(name, value);
			}
		});
	}

	private static @Nullable ObjectNode repliedMessage(Chat chat, Parameters parameters) {
		JsonNode reply = parameters.getJson("reply_parameters");
		if (reply == null || !reply.path("message_id").canConvertToLong()) {
			return null;
		}
		ObjectNode replied = chat.transcript.find(reply.path("message_id").asLong());
		if (replied == null && !reply.path("allow_sending_without_reply").asBoolean(false)) {
			throw ApiError.badRequest("message to be replied not found");
		}
		return replied;
	}

}
