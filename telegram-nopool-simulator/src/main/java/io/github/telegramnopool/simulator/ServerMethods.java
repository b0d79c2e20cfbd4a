// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * The methods that the server answers by itself, without Telegram behind it
 * ({@code Client::is_local_method}), and {@code getFile}.
 */
final class ServerMethods {

	private final Sessions sessions;

	ServerMethods(Sessions sessions) {
		this.sessions = sessions;
	}

	void registerIn(BotMethods methods) {
		methods.register("getUpdates", SimulatedBot::poll);
		methods.register("setWebhook", (bot, parameters) -> bot.feed().setWebhook(parameters.get("url"), parameters));
		methods.register("deleteWebhook", (bot, parameters) -> bot.feed().setWebhook("", parameters));
		methods.register("getWebhookInfo", now((bot, parameters) -> bot.feed().webhookInfo()));
		methods.register("close", now((bot, parameters) -> this.sessions.close(bot)));
		methods.register("logOut", now((bot, parameters) -> this.sessions.logOut(bot)));
		methods.register("getFile", now(ServerMethods::getFile));
	}

	/**
	 * Find a file ({@code Client::process_get_file_query}).
	 */
	private static Reply getFile(SimulatedBot bot, Parameters parameters) {
		String id = parameters.get("file_id");
		if (id.isEmpty()) {
			throw ApiError.badRequest("file_id not specified");
		}
		StoredFile file = bot.files().find(id);
		FileRules rules = bot.files().rules();
		if (file == null) {
			throw ApiError.badRequest("invalid file_id");
		}
		if (file.size() > rules.maxDownload()) {
			throw ApiError.badRequest("file is too big");
		}
		return Reply.ok(file.toJson().put("file_path", rules.local() ? file.location().toString() : file.path()));
	}

	private static BotMethod now(BiFunction<SimulatedBot, Parameters, Reply> method) {
		return (bot, parameters) -> CompletableFuture.completedFuture(method.apply(bot, parameters));
	}

}
