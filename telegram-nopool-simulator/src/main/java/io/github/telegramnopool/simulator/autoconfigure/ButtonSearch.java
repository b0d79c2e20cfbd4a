// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;

import io.github.telegramnopool.simulator.SimulatedChat;
import tools.jackson.databind.JsonNode;

/**
 * Where a button is in a chat.
 *
 * @param messageId the latest message that has it below, or 0
 * @param isInKeyboard whether the keyboard has it that the bot put in the place of the
 * user's own
 */
record ButtonSearch(long messageId, boolean isInKeyboard) {

	static ButtonSearch of(SimulatedChat chat, String button) {
		List<JsonNode> messages = chat.transcript();
		for (int i = messages.size() - 1; i >= 0; i--) {
			JsonNode message = messages.get(i);
			if (has(message.path("reply_markup").path("inline_keyboard"), button)) {
				return new ButtonSearch(message.path("message_id").asLong(0), false);
			}
		}
		JsonNode keyboard = chat.keyboard();
		return new ButtonSearch(0, keyboard != null && has(keyboard.path("keyboard"), button));
	}

	private static boolean has(JsonNode rows, String button) {
		return rows.valueStream().flatMap(JsonNode::valueStream).anyMatch((one) -> is(one, button));
	}

	/**
	 * A button of the user's keyboard may be nothing but its text.
	 */
	private static boolean is(JsonNode one, String button) {
		return button.equals(one.asString(one.path("text").asString("")))
				|| button.equals(one.path("callback_data").asString(""));
	}

}
