package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the bot write a text into a chat.
 */
final class SendMessage implements BotMethod {

	private static final int MAX_LENGTH = 4096;

	@Override
	public CompletionStage<Reply> call(SimulatedBot bot, Parameters parameters) {
		ObjectNode message = bot.say(parameters.get("chat_id"), (chat) -> message(bot, chat, parameters));
		return CompletableFuture.completedFuture(Reply.ok(message));
	}

	private static ObjectNode message(SimulatedBot bot, Chat chat, Parameters parameters) {
		String text = parameters.get("text").strip();
		if (text.isEmpty()) {
			throw ApiError.badRequest("message text is empty");
		}
		if (text.length() > MAX_LENGTH) {
			throw ApiError.badRequest("message is too long");
		}
		ObjectNode message = SimulatedBot.withText(chat.newMessage(bot.self(), bot.now()), text);
		JsonNode entities = parameters.getJson("entities");
		if (entities != null && entities.isArray()) {
			message.set("entities", entities);
		}
		ObjectNode replied = repliedMessage(chat, parameters);
		if (replied != null) {
			message.set("reply_to_message", replied.without("reply_to_message"));
		}
		JsonNode markup = parameters.getJson("reply_markup");
		// A message carries only the keyboard below it; the others change the input field
		if (markup != null && markup.has("inline_keyboard")) {
			message.set("reply_markup", markup);
		}
		return message;
	}

	private static @Nullable ObjectNode repliedMessage(Chat chat, Parameters parameters) {
		JsonNode reply = parameters.getJson("reply_parameters");
		if (reply == null || !reply.path("message_id").canConvertToLong()) {
			return null;
		}
		ObjectNode replied = chat.find(reply.path("message_id").asLong());
		if (replied == null && !reply.path("allow_sending_without_reply").asBoolean(false)) {
			throw ApiError.badRequest("message to be replied not found");
		}
		return replied;
	}

}
