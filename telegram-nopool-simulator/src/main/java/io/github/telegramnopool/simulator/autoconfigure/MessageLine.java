// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.telegramnopool.api.model.InlineKeyboardButton;
import io.github.telegramnopool.api.model.InlineKeyboardMarkup;
import io.github.telegramnopool.api.model.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person reads of a message.
 */
final class MessageLine {

	/**
	 * What a message has besides what it says.
	 */
	private static final Set<String> AROUND = Set.of("message_id", "message_thread_id", "from", "sender_chat", "date",
			"chat", "edit_date", "reply_markup", "reply_to_message", "via_bot", "media_group_id", "caption",
			"caption_entities", "has_media_spoiler", "show_caption_above_media", "has_protected_content",
			"is_topic_message", "forward_origin", "business_connection_id", "effect_id", "link_preview_options");

	private MessageLine() {
	}

	/**
	 * Text or else caption, if there is one.
	 */
	static @Nullable String text(Message message) {
		return (message.text() != null) ? message.text() : message.caption();
	}

	/**
	 * Texts of the buttons below, row by row.
	 */
	static List<String> buttons(Message message) {
		InlineKeyboardMarkup keyboard = message.replyMarkup();
		return (keyboard != null)
				? keyboard.inlineKeyboard().stream().flatMap(List::stream).map(InlineKeyboardButton::text).toList()
				: List.of();
	}

	/**
	 * A message in one line, as {@code user 7: /start}.
	 */
	static String of(JsonNode message) {
		String buttons = message.path("reply_markup")
			.path("inline_keyboard")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.map((button) -> " [" + button.path("text").asString("") + "]")
			.collect(Collectors.joining());
		return writer(message) + ": " + content(message) + buttons;
	}

	private static String writer(JsonNode message) {
		JsonNode from = message.path("from");
		return from.path("is_bot").asBoolean(false) ? "@" + from.path("username").asString("bot")
				: "user " + from.path("id").asLong(0);
	}

	private static String content(JsonNode message) {
		String text = message.path("text").asString("");
		if (!text.isEmpty()) {
			return text;
		}
		String kinds = message.propertyNames()
			.stream()
			.filter((name) -> !AROUND.contains(name))
			.collect(Collectors.joining(", ", "(", ")"));
		String caption = message.path("caption").asString("");
		return caption.isEmpty() ? kinds : kinds + " " + caption;
	}

}
