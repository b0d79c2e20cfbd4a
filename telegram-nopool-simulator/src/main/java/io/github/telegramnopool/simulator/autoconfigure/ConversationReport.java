// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import io.github.telegramnopool.simulator.SimulatedChat;
import tools.jackson.databind.JsonNode;

/**
 * Tells why a conversation did not go as expected: what was said, what the bot is doing,
 * and what went wrong with it.
 */
final class ConversationReport {

	/**
	 * Nobody reads more.
	 */
	private static final int MESSAGES = 20;

	private ConversationReport() {
	}

	/**
	 * The stack traces of the bot's troubles are the error's suppressed exceptions.
	 */
	static AssertionError failure(String problem, SimulatedChat chat, BotUnderTest bot) {
		AssertionError failure = new AssertionError(text(problem, chat, bot));
		for (BotTroubles.Trouble trouble : bot.troubles()) {
			if (trouble.cause() != null) {
				failure.addSuppressed(trouble.cause());
			}
		}
		return failure;
	}

	private static String text(String problem, SimulatedChat chat, BotUnderTest bot) {
		return problem + "\n\n" + transcript(chat) + "\n\n" + bot.activity() + troubles(bot.troubles());
	}

	private static String transcript(SimulatedChat chat) {
		List<JsonNode> messages = chat.transcript();
		String title = chat.info().path("title").asString("Private chat of user " + chat.id());
		if (messages.isEmpty()) {
			return title + ": nothing was said.";
		}
		return messages.stream()
			.skip(Math.max(0, messages.size() - MESSAGES))
			.map((message) -> "\n  " + MessageLine.of(message))
			.collect(Collectors.joining("", title + ":", ""));
	}

	private static String troubles(List<BotTroubles.Trouble> troubles) {
		return troubles.stream()
			.map((trouble) -> "\n  " + trouble.what())
			.collect(Collectors.joining("", troubles.isEmpty() ? "" : "\nWhat went wrong with it:", ""));
	}

}
