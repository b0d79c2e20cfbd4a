// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import io.github.telegramnopool.api.model.KeyboardButton;
import io.github.telegramnopool.api.model.KeyboardButtonPollType;
import io.github.telegramnopool.api.model.KeyboardButtonRequestChat;
import io.github.telegramnopool.api.model.KeyboardButtonRequestManagedBot;
import io.github.telegramnopool.api.model.KeyboardButtonRequestUsers;
import io.github.telegramnopool.api.model.WebAppInfo;

/**
 * Buttons of a {@link ReplyKeyboard}, one method for each kind. For a style or an icon
 * continue with {@link KeyboardButton#toBuilder()}.
 *
 * @see <a href="https://core.telegram.org/bots/api#keyboardbutton">KeyboardButton</a>
 * @since 0.1.0
 */
public final class ReplyButtons {

	private ReplyButtons() {
	}

	/**
	 * A button that sends its label.
	 * @param text the label
	 * @return the button
	 */
	public static KeyboardButton text(String text) {
		return button(text).build();
	}

	/**
	 * A button that sends the user's phone number, in private chats only.
	 * @param text the label
	 * @return the button
	 */
	public static KeyboardButton contact(String text) {
		return button(text).requestContact(true).build();
	}

	/**
	 * A button that sends where the user is, in private chats only.
	 * @param text the label
	 * @return the button
	 */
	public static KeyboardButton location(String text) {
		return button(text).requestLocation(true).build();
	}

	/**
	 * A button that lets the user make a poll of any type, in private chats only.
	 * @param text the label
	 * @return the button
	 */
	public static KeyboardButton poll(String text) {
		return button(text).requestPoll(KeyboardButtonPollType.of()).build();
	}

	/**
	 * A button that lets the user make a poll of one type, in private chats only.
	 * @param text the label
	 * @param type {@code quiz} or {@code regular}
	 * @return the button
	 */
	public static KeyboardButton poll(String text, String type) {
		return button(text).requestPoll(KeyboardButtonPollType.builder().type(type).build()).build();
	}

	/**
	 * A button that lets the user choose users, in private chats only.
	 * @param text the label
	 * @param users which users
	 * @return the button
	 */
	public static KeyboardButton users(String text, KeyboardButtonRequestUsers users) {
		return button(text).requestUsers(users).build();
	}

	/**
	 * A button that lets the user choose a chat, in private chats only.
	 * @param text the label
	 * @param chat which chat
	 * @return the button
	 */
	public static KeyboardButton chat(String text, KeyboardButtonRequestChat chat) {
		return button(text).requestChat(chat).build();
	}

	/**
	 * A button that lets the user make a bot that this bot manages, in private chats
	 * only.
	 * @param text the label
	 * @param bot what is suggested for the bot
	 * @return the button
	 */
	public static KeyboardButton managedBot(String text, KeyboardButtonRequestManagedBot bot) {
		return button(text).requestManagedBot(bot).build();
	}

	/**
	 * A button that opens a Mini App, in private chats only.
	 * @param text the label
	 * @param url the HTTPS URL of the app
	 * @return the button
	 */
	public static KeyboardButton webApp(String text, String url) {
		return button(text).webApp(WebAppInfo.of(url)).build();
	}

	private static KeyboardButton.Builder button(String text) {
		return KeyboardButton.builder().text(text);
	}

}
