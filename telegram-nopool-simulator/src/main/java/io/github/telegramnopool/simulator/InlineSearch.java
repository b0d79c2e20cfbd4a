// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An inline query of a user, and what the bot finds.
 *
 * @since 0.1.0
 */
public final class InlineSearch {

	private final SimulatedBot bot;

	private final String id;

	InlineSearch(SimulatedBot bot, String id) {
		this.bot = bot;
		this.id = id;
	}

	/**
	 * Id of the query, which the bot's answer names.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Whether the bot has answered.
	 * @return {@code true} after {@code answerInlineQuery}
	 */
	public boolean isAnswered() {
		return this.bot.inWorld((world) -> world.inline.answer(this.id)) != null;
	}

	/**
	 * What the bot has found.
	 * @return its {@code InlineQueryResult} objects; none before it has answered
	 */
	public List<JsonNode> results() {
		ObjectNode answer = this.bot.inWorld((world) -> world.inline.answer(this.id));
		return (answer != null) ? answer.path("results").valueStream().toList() : List.of();
	}

	/**
	 * Let the user send one of the results to a chat.
	 * @param resultId its id
	 * @param chat the chat
	 * @return the {@code message_id}
	 * @throws IllegalArgumentException if there is no such result
	 */
	public long choose(String resultId, SimulatedChat chat) {
		return this.bot.act(
				(world) -> Transcript.id(world.inline.choose(this.id, resultId, world.chats.get(chat.id())).message()));
	}

}
