// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keyboard that a request gives, checked as {@code Client::get_reply_markup} and
 * Telegram itself do.
 */
final class ReplyMarkup {

	private static final int MAX_DATA = 64;

	private static final List<String> ACTIONS = List.of("url", "callback_data", "callback_game", "pay",
			"switch_inline_query", "switch_inline_query_chosen_chat", "switch_inline_query_current_chat", "login_url",
			"web_app", "copy_text");

	private ReplyMarkup() {
	}

	/**
	 * Put an inline keyboard below the message. The others take the place of the user's
	 * keyboard.
	 */
	static void apply(World world, Chat chat, ObjectNode message, Parameters parameters) {
		JsonNode markup = read(parameters);
		if (markup == null) {
			return;
		}
		if (markup.has("inline_keyboard")) {
			message.set("reply_markup", markup);
		}
		else if (markup.has("keyboard") || markup.has("remove_keyboard") || markup.has("force_reply")) {
			chat.keyboard = markup.has("remove_keyboard") ? null : markup;
			world.tell("keyboard", chat, World.holder("reply_markup", markup));
		}
	}

	static @Nullable JsonNode read(Parameters parameters) {
		if (parameters.get("reply_markup").isBlank()) {
			return null;
		}
		JsonNode markup = parameters.getJson("reply_markup");
		if (markup == null) {
			throw ApiError.badRequest("can't parse reply keyboard markup JSON object");
		}
		if (!markup.isObject()) {
			throw ApiError.badRequest("object expected as reply markup");
		}
		rows(markup, "keyboard", "field \"keyboard\" must be an Array of Arrays").forEach(ReplyMarkup::checkButton);
		rows(markup, "inline_keyboard",
				"field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")
			.forEach(ReplyMarkup::checkInlineButton);
		return markup;
	}

	private static List<JsonNode> rows(JsonNode markup, String field, String otherwise) {
		JsonNode rows = markup.path(field);
		if (!rows.valueStream().allMatch(JsonNode::isArray)) {
			throw ApiError.badRequest(otherwise);
		}
		return rows.valueStream().flatMap(JsonNode::valueStream).toList();
	}

	private static void checkButton(JsonNode button) {
		if (!button.isString() && !button.isObject()) {
			throw ApiError.badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
		}
		if (button.asString(button.path("text").asString("")).isEmpty()) {
			throw ApiError.badRequest("keyboard button text must be non-empty");
		}
	}

	private static void checkInlineButton(JsonNode button) {
		if (!button.isObject()) {
			throw ApiError.badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
		}
		if (!button.has("text")) {
			throw ApiError.badRequest("can't parse inline keyboard button: Can't find field \"text\"");
		}
		if (ACTIONS.stream().noneMatch(button::has)) {
			throw ApiError
				.badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
		}
		if (button.path("text").asString("").isEmpty()) {
			throw ApiError.badRequest("inline keyboard button text must be non-empty");
		}
		if (button.path("callback_data").asString("").getBytes(Json.CHARSET).length > MAX_DATA) {
			throw ApiError.badRequest("BUTTON_DATA_INVALID");
		}
	}

}
