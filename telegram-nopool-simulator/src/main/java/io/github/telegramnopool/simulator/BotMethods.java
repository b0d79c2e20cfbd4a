package io.github.telegramnopool.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * The methods that the simulator knows, by name in any case ({@code Query::Query} lowers
 * it).
 */
final class BotMethods {

	private final Map<String, Named> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	BotMethods() {
		answer("getMe", (bot, parameters) -> Reply.ok(new BotDescription(bot).toJson()));
		register("getUpdates", SimulatedBot::poll);
		registerWebhook();
		registerCommands();
		register("sendMessage", new SendMessage());
		answer("sendDocument", FileMethods::sendDocument);
		answer("getFile", FileMethods::getFile);
		answer("sendChatAction", BotMethods::sendChatAction);
		answer("answerCallbackQuery", BotMethods::answerCallbackQuery);
	}

	@Nullable Named find(String name) {
		return this.methods.get(name);
	}

	private void registerWebhook() {
		answer("setWebhook",
				(bot, parameters) -> Reply.ok(BooleanNode.TRUE, bot.setWebhook(parameters.get("url"), parameters)));
		answer("deleteWebhook", (bot, parameters) -> Reply.ok(BooleanNode.TRUE, bot.setWebhook("", parameters)));
		answer("getWebhookInfo", (bot, parameters) -> Reply.ok(bot.webhookInfo()));
	}

	private void registerCommands() {
		answer("getMyCommands", (bot, parameters) -> Reply.ok(bot.commands()));
		answer("deleteMyCommands", (bot, parameters) -> setCommands(bot, Json.array()));
		answer("setMyCommands", (bot, parameters) -> {
			JsonNode commands = parameters.getJson("commands");
			if (!(commands instanceof ArrayNode list)) {
				throw ApiError.badRequest("can't parse BotCommands: expected an Array of BotCommand");
			}
			return setCommands(bot, list);
		});
	}

	private static Reply setCommands(SimulatedBot bot, ArrayNode commands) {
		bot.commands(commands);
		return Reply.isTrue();
	}

	private static Reply sendChatAction(SimulatedBot bot, Parameters parameters) {
		return bot.inChat(parameters.get("chat_id"), (chat) -> {
			if (parameters.get("action").isEmpty()) {
				throw ApiError.badRequest("wrong parameter action in request");
			}
			return Reply.isTrue();
		});
	}

	private static Reply answerCallbackQuery(SimulatedBot bot, Parameters parameters) {
		if (parameters.get("callback_query_id").isEmpty()) {
			throw ApiError.badRequest("query is too old and response timeout expired or query ID is invalid");
		}
		return Reply.isTrue();
	}

	private void answer(String name, BiFunction<SimulatedBot, Parameters, Reply> method) {
		register(name, (bot, parameters) -> CompletableFuture.completedFuture(method.apply(bot, parameters)));
	}

	private void register(String name, BotMethod method) {
		this.methods.put(name, new Named(name, method));
	}

	/**
	 * A method and its name as Telegram writes it.
	 *
	 * @param name the name
	 * @param method the method
	 */
	record Named(String name, BotMethod method) {

	}

}
