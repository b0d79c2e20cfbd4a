// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import io.github.telegramnopool.api.model.CallbackGame;
import io.github.telegramnopool.api.model.CopyTextButton;
import io.github.telegramnopool.api.model.DisabledButton;
import io.github.telegramnopool.api.model.InlineKeyboardButton;
import io.github.telegramnopool.api.model.LoginUrl;
import io.github.telegramnopool.api.model.SwitchInlineQueryChosenChat;
import io.github.telegramnopool.api.model.WebAppInfo;

/**
 * Buttons of an {@link InlineKeyboard}, one method for each kind. For a style or an icon
 * continue with {@link InlineKeyboardButton#toBuilder()}.
 *
 * @see <a href=
 * "https://core.telegram.org/bots/api#inlinekeyboardbutton">InlineKeyboardButton</a>
 * @since 0.1.0
 */
public final class InlineButtons {

	private InlineButtons() {
	}

	/**
	 * A button that tells the bot when it is pressed.
	 * @param text the label
	 * @param data what the bot receives, 1-64 bytes in UTF-8
	 * @return the button
	 */
	public static InlineKeyboardButton callback(String text, String data) {
		return button(text).callbackData(data).build();
	}

	/**
	 * A button that opens a URL.
	 * @param text the label
	 * @param url the URL, also {@code tg://user?id=...}
	 * @return the button
	 */
	public static InlineKeyboardButton url(String text, String url) {
		return button(text).url(url).build();
	}

	/**
	 * A button that opens a Mini App, in private chats only.
	 * @param text the label
	 * @param url the HTTPS URL of the app
	 * @return the button
	 */
	public static InlineKeyboardButton webApp(String text, String url) {
		return button(text).webApp(WebAppInfo.of(url)).build();
	}

	/**
	 * A button that logs the user in to a web site.
	 * @param text the label
	 * @param login where to
	 * @return the button
	 */
	public static InlineKeyboardButton login(String text, LoginUrl login) {
		return button(text).loginUrl(login).build();
	}

	/**
	 * A button that lets the user choose a chat and begins an inline query there.
	 * @param text the label
	 * @param query the query, may be empty
	 * @return the button
	 */
	public static InlineKeyboardButton switchInline(String text, String query) {
		return button(text).switchInlineQuery(query).build();
	}

	/**
	 * A button that begins an inline query in the same chat.
	 * @param text the label
	 * @param query the query, may be empty
	 * @return the button
	 */
	public static InlineKeyboardButton switchInlineCurrentChat(String text, String query) {
		return button(text).switchInlineQueryCurrentChat(query).build();
	}

	/**
	 * A button that lets the user choose a chat of some kinds and begins an inline query
	 * there.
	 * @param text the label
	 * @param chosen the query and the kinds of chat
	 * @return the button
	 */
	public static InlineKeyboardButton switchInlineChosenChat(String text, SwitchInlineQueryChosenChat chosen) {
		return button(text).switchInlineQueryChosenChat(chosen).build();
	}

	/**
	 * A button that copies a text to the clipboard.
	 * @param text the label
	 * @param copied the text to copy, 1-256 characters
	 * @return the button
	 */
	public static InlineKeyboardButton copy(String text, String copied) {
		return button(text).copyText(CopyTextButton.of(copied)).build();
	}

	/**
	 * A button that starts a game. It has to be the first one.
	 * @param text the label
	 * @return the button
	 */
	public static InlineKeyboardButton game(String text) {
		return button(text).callbackGame(CallbackGame.of()).build();
	}

	/**
	 * A button that pays an invoice. It has to be the first one.
	 * @param text the label, in which {@code ⭐} and {@code XTR} become Telegram's star
	 * @return the button
	 */
	public static InlineKeyboardButton pay(String text) {
		return button(text).pay(true).build();
	}

	/**
	 * A button that can't be pressed.
	 * @param text the label
	 * @return the button
	 */
	public static InlineKeyboardButton disabled(String text) {
		return button(text).disabled(DisabledButton.of()).build();
	}

	private static InlineKeyboardButton.Builder button(String text) {
		return InlineKeyboardButton.builder().text(text);
	}

}
