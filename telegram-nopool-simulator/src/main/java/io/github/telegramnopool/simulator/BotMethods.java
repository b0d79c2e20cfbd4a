package io.github.telegramnopool.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * All methods of the Bot API, by name in any case ({@code Query::Query} lowers it).
 */
final class BotMethods {

	private final Map<String, Named> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final ApiSchema schema;

	private final SchemaCheck check;

	BotMethods(ApiSchema schema) {
		this.schema = schema;
		this.check = new SchemaCheck(schema, false);
		schema.methods().forEach((method) -> generic(method, GenericMethod::answer));
		registerChats(new SendMethods(schema), new CopyMethods(schema));
		answer("getMe", (bot, parameters) -> Reply.ok(new BotDescription(bot).toJson()));
		registerCommands();
		answer("sendChatAction", BotMethods::sendChatAction);
		answer("answerCallbackQuery", BotMethods::answerCallbackQuery);
	}

	@Nullable Named find(String name) {
		return this.methods.get(name);
	}

	private void registerChats(SendMethods send, CopyMethods copy) {
		this.schema.methods().stream().filter(SendMethods::sends).forEach((method) -> call(method.name(), send::send));
		call("sendMessage", send::sendText);
		call("sendMediaGroup", send::sendMediaGroup);
		call("sendPaidMedia", send::sendPaidMedia);
		this.schema.methods()
			.stream()
			.filter((method) -> method.returns().takes("Message") && method.returns().takes("True"))
			.forEach((method) -> generic(method, EditMethods::edit));
		call("editMessageChecklist", EditMethods::edit);
		call("deleteMessage", EditMethods::deleteMessage);
		call("deleteMessages", EditMethods::deleteMessages);
		call("stopPoll", EditMethods::stopPoll);
		call("forwardMessage", copy::forwardMessage);
		call("copyMessage", copy::copyMessage);
		call("forwardMessages", (call) -> copy.repeatAll(call, true));
		call("copyMessages", (call) -> copy.repeatAll(call, false));
	}

	private void registerCommands() {
		answer("getMyCommands", (bot, parameters) -> Reply.ok(bot.commands()));
		answer("deleteMyCommands", (bot, parameters) -> setCommands(bot, Json.array()));
		answer("setMyCommands", (bot, parameters) -> {
			if (!(parameters.getJson("commands") instanceof ArrayNode list)) {
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

	/**
	 * Register a method that names a required parameter that is missing.
	 */
	private void generic(SchemaMethod method, Function<CallValues, Reply> answer) {
		call(method.name(), (call) -> {
			this.check.missing(method, call.parameters()).stream().findFirst().ifPresent((missing) -> {
				throw ApiError.badRequest("parameter \"" + missing.where() + "\" is required");
			});
			return answer.apply(call);
		});
	}

	private void call(String name, Function<CallValues, Reply> method) {
		SchemaMethod description = this.schema.method(name);
		if (description != null) {
			answer(description.name(),
					(bot, parameters) -> method.apply(new CallValues(this.schema, description, bot, parameters)));
		}
	}

	private void answer(String name, BiFunction<SimulatedBot, Parameters, Reply> method) {
		register(name, (bot, parameters) -> CompletableFuture.completedFuture(method.apply(bot, parameters)));
	}

	void register(String name, BotMethod method) {
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
