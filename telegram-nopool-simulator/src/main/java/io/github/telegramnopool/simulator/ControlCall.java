// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.netty.handler.codec.http.QueryStringDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of the control API about one bot.
 *
 * @param exchange the request
 * @param bot the bot
 * @param path what follows the bot in the path, in pieces
 * @param body the body
 */
record ControlCall(Exchange exchange, SimulatedBot bot, List<String> path, byte[] body) {

	/**
	 * Verb and path, with a star for each of the ids in it.
	 */
	String pattern() {
		StringBuilder pattern = new StringBuilder(this.exchange.verb());
		for (int i = 0; i < this.path.size(); i++) {
			pattern.append((i == 0) ? " " : "/").append((i % 2 == 0) ? this.path.get(i) : "*");
		}
		return pattern.toString();
	}

	/**
	 * A piece of the path that is a number.
	 */
	long number(int piece) {
		return number(this.path.get(piece));
	}

	static long number(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw ApiError.badRequest("\"" + text + "\" is no number");
		}
	}

	ObjectNode json() {
		return Json.parseObject(new String(this.body, Json.CHARSET));
	}

	/**
	 * The body, or an empty object if there is none.
	 */
	ObjectNode optionalJson() {
		return (this.body.length == 0) ? Json.object() : json();
	}

	/**
	 * A field of the body that has to be a text.
	 */
	String text(String field) {
		JsonNode text = json().get(field);
		if (text == null || !text.isString()) {
			throw ApiError.badRequest("\"" + field + "\" must be a string");
		}
		return text.stringValue();
	}

	/**
	 * A parameter of the query.
	 */
	String query(String name, String otherwise) {
		return new QueryStringDecoder(this.exchange.target()).parameters()
			.getOrDefault(name, List.of(otherwise))
			.get(0);
	}

	/**
	 * Do something in the chat that the path names.
	 */
	<T> T inChat(BiFunction<World, Chat, T> action) {
		long id = number(1);
		return this.bot.inWorld((world) -> action.apply(world, world.chats.get(id)));
	}

	/**
	 * Look at the chat that the path names, without creating it.
	 * @param without what there is if nobody has written in it yet
	 */
	<T> T ofChat(T without, Function<Chat, T> look) {
		long id = number(1);
		return this.bot.inWorld((world) -> {
			Chat chat = world.chats.peek(id);
			return (chat != null) ? look.apply(chat) : without;
		});
	}

	/**
	 * Who acts: whom the body names, or the user of the chat.
	 */
	ObjectNode from(World world, long otherwise) {
		JsonNode said = optionalJson().path("from");
		ObjectNode user = world.users.learn(said, otherwise);
		Chat own = world.chats.peek(user.path("id").asLong());
		if (own != null && said.has("first_name")) {
			own.rename(user);
		}
		return user;
	}

	Reply done() {
		return Reply.json(200, "{}");
	}

	static Reply answer(JsonNode json) {
		return Reply.json(200, Json.write(json));
	}

	ApiError unknown() {
		return new ApiError(404,
				"Not Found: the control API has no " + this.exchange.verb() + " " + this.exchange.rawPath());
	}

}
