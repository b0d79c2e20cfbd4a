// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

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
		schema.methods().forEach((method) -> complete(method, GenericMethod::answer, false));
		registerSending(new SendMethods(schema), new CopyMethods(schema));
		registerChanges();
		registerChats();
		registerMembers();
		registerProfile();
	}

	@Nullable Named find(String name) {
		return this.methods.get(name);
	}

	Collection<Named> all() {
		return this.methods.values();
	}

	private void registerSending(SendMethods send, CopyMethods copy) {
		this.schema.methods().stream().filter(SendMethods::sends).forEach((method) -> call(method.name(), send::send));
		call("sendMessage", send::sendText);
		call("sendMediaGroup", send::sendMediaGroup);
		call("sendPaidMedia", send::sendPaidMedia);
		call("sendPoll", send::sendPoll);
		call("forwardMessage", copy::forwardMessage);
		call("copyMessage", copy::copyMessage);
		call("forwardMessages", (call) -> copy.repeatAll(call, true));
		call("copyMessages", (call) -> copy.repeatAll(call, false));
	}

	private void registerChanges() {
		this.schema.methods()
			.stream()
			.filter((method) -> method.returns().takes("Message") && method.returns().takes("True"))
			.forEach((method) -> complete(method, EditMethods::edit, true));
		call("editMessageChecklist", EditMethods::edit);
		call("stopPoll", EditMethods::stopPoll);
		call("deleteMessage", DeleteMethods::deleteMessage);
		call("deleteMessages", DeleteMethods::deleteMessages);
		call("setMessageReaction", QueryMethods::setReaction);
		call("deleteMessageReaction", (call) -> DeleteMethods.deleteReactions(call, false));
		call("deleteAllMessageReactions", (call) -> DeleteMethods.deleteReactions(call, true));
		call("answerCallbackQuery", QueryMethods::answerCallbackQuery);
		call("answerInlineQuery", QueryMethods::answerInlineQuery);
	}

	private void registerChats() {
		call("getChat", ChatMethods::getChat);
		call("setChatTitle", ChatMethods::setTitle);
		call("setChatDescription", ChatMethods::setDescription);
		call("setChatPermissions", ChatMethods::setPermissions);
		call("pinChatMessage", ChatMethods::pin);
		call("unpinChatMessage", ChatMethods::unpin);
		call("unpinAllChatMessages", ChatMethods::unpinAll);
		call("sendChatAction", ChatMethods::sendAction);
	}

	private void registerMembers() {
		call("getChatMember", MemberMethods::getMember);
		call("getChatMemberCount", MemberMethods::getCount);
		call("getChatAdministrators", MemberMethods::getAdministrators);
		call("banChatMember", MemberMethods::ban);
		call("unbanChatMember", MemberMethods::unban);
		call("restrictChatMember", MemberMethods::restrict);
		call("promoteChatMember", MemberMethods::promote);
		call("leaveChat", MemberMethods::leave);
		call("approveChatJoinRequest", (call) -> MemberMethods.answerJoinRequest(call, true));
		call("declineChatJoinRequest", (call) -> MemberMethods.answerJoinRequest(call, false));
	}

	private void registerProfile() {
		call("getMe", ProfileMethods::getMe);
		call("getMyCommands", ProfileMethods::getCommands);
		call("setMyCommands", ProfileMethods::setCommands);
		call("deleteMyCommands", ProfileMethods::deleteCommands);
		call("getUserProfilePhotos", ProfileMethods::getPhotos);
		Map.of("Name", "name", "Description", "description", "ShortDescription", "short_description")
			.forEach((method, field) -> {
				call("getMy" + method, (call) -> ProfileMethods.getText(call, field));
				call("setMy" + method, (call) -> ProfileMethods.setText(call, field));
			});
	}

	/**
	 * Register a method that names a required parameter that is missing.
	 */
	private void complete(SchemaMethod method, Function<CallValues, Reply> answer, boolean acts) {
		call(method.name(), (call) -> {
			this.check.missing(method, call.parameters()).stream().findFirst().ifPresent((missing) -> {
				throw ApiError.badRequest("parameter \"" + missing.where() + "\" is required");
			});
			return answer.apply(call);
		}, acts);
	}

	private void call(String name, Function<CallValues, Reply> method) {
		call(name, method, true);
	}

	private void call(String name, Function<CallValues, Reply> method, boolean acts) {
		SchemaMethod description = this.schema.method(name);
		if (description != null) {
			answer(description.name(),
					(bot, parameters) -> method.apply(new CallValues(this.schema, description, bot, parameters)), acts);
		}
	}

	private void answer(String name, BiFunction<SimulatedBot, Parameters, Reply> method, boolean acts) {
		this.methods.put(name, new Named(name,
				(bot, parameters) -> CompletableFuture.completedFuture(method.apply(bot, parameters)), acts));
	}

	void register(String name, BotMethod method) {
		this.methods.put(name, new Named(name, method, true));
	}

	/**
	 * A method and its name as Telegram writes it.
	 *
	 * @param name the name
	 * @param method the method
	 * @param acts whether it does something, or only checks its parameters and answers
	 * with a value of the right type
	 */
	record Named(String name, BotMethod method, boolean acts) {

	}

}
