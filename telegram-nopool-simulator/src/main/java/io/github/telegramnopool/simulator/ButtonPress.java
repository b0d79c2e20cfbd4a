// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A button that a user has pressed, and what the bot says to it.
 *
 * @since 0.1.0
 */
public final class ButtonPress {

	private final SimulatedBot bot;

	private final String id;

	ButtonPress(SimulatedBot bot, String id) {
		this.bot = bot;
		this.id = id;
	}

	/**
	 * Id of the callback query.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * What the bot has said by {@code answerCallbackQuery}.
	 * @return its {@code text}, {@code show_alert} and {@code url} as far as it gave
	 * them, or {@code null} if it has not answered
	 */
	public @Nullable JsonNode answer() {
		return this.bot.<@Nullable JsonNode>inWorld((world) -> world.presses.answer(this.id));
	}

}
