// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import java.util.Arrays;
import java.util.List;

import io.github.telegramnopool.api.model.KeyboardButton;
import io.github.telegramnopool.api.model.ReplyKeyboardMarkup;
import io.github.telegramnopool.api.model.ReplyKeyboardRemove;

/**
 * Builds the keyboard in place of the user's own, row by row, from labels or from buttons
 * of {@link ReplyButtons}.
 *
 * @see <a href=
 * "https://core.telegram.org/bots/api#replykeyboardmarkup">ReplyKeyboardMarkup</a>
 * @since 0.1.0
 */
public final class ReplyKeyboard {

	private final Rows<KeyboardButton> rows = new Rows<>();

	private final ReplyKeyboardMarkup.Builder keyboard = ReplyKeyboardMarkup.builder();

	private ReplyKeyboard() {
	}

	/**
	 * Start without a button.
	 * @return a new builder
	 */
	public static ReplyKeyboard builder() {
		return new ReplyKeyboard();
	}

	/**
	 * What removes a keyboard that was shown before.
	 * @return the markup to send
	 */
	public static ReplyKeyboardRemove remove() {
		return ReplyKeyboardRemove.of(true);
	}

	/**
	 * What removes a keyboard that was shown before, for users who are mentioned in the
	 * text or whose message is replied to.
	 * @return the markup to send
	 */
	public static ReplyKeyboardRemove removeSelectively() {
		return ReplyKeyboardRemove.builder().removeKeyboard(true).selective(true).build();
	}

	/**
	 * Add a row of buttons that send their labels.
	 * @param labels the labels from left to right, none for no row
	 * @return this builder
	 */
	public ReplyKeyboard row(String... labels) {
		return row(Arrays.stream(labels).map(ReplyButtons::text).toList());
	}

	/**
	 * Add a row.
	 * @param buttons the buttons from left to right, none for no row
	 * @return this builder
	 */
	public ReplyKeyboard row(KeyboardButton... buttons) {
		return row(List.of(buttons));
	}

	/**
	 * Add a row.
	 * @param buttons the buttons from left to right, none for no row
	 * @return this builder
	 */
	public ReplyKeyboard row(List<KeyboardButton> buttons) {
		this.rows.add(buttons);
		return this;
	}

	/**
	 * Add as many rows as the buttons need.
	 * @param columns the number of buttons in a row
	 * @param buttons the buttons, row by row
	 * @return this builder
	 */
	public ReplyKeyboard columns(int columns, List<KeyboardButton> buttons) {
		this.rows.addInColumns(columns, buttons);
		return this;
	}

	/**
	 * Make the keyboard as high as its rows need.
	 * @return this builder
	 */
	public ReplyKeyboard resize() {
		this.keyboard.resizeKeyboard(true);
		return this;
	}

	/**
	 * Hide the keyboard as soon as it was used.
	 * @return this builder
	 */
	public ReplyKeyboard oneTime() {
		this.keyboard.oneTimeKeyboard(true);
		return this;
	}

	/**
	 * Show the keyboard whenever the user's own is hidden.
	 * @return this builder
	 */
	public ReplyKeyboard persistent() {
		this.keyboard.isPersistent(true);
		return this;
	}

	/**
	 * Show a text in the empty input field.
	 * @param placeholder the text, 1-64 characters
	 * @return this builder
	 */
	public ReplyKeyboard placeholder(String placeholder) {
		this.keyboard.inputFieldPlaceholder(placeholder);
		return this;
	}

	/**
	 * Show the keyboard only to users who are mentioned in the text or whose message is
	 * replied to.
	 * @return this builder
	 */
	public ReplyKeyboard selective() {
		this.keyboard.selective(true);
		return this;
	}

	/**
	 * Let the user's client begin a reply to the message.
	 * @return this builder
	 */
	public ReplyKeyboard forceReply() {
		this.keyboard.forceReply(true);
		return this;
	}

	/**
	 * Make the keyboard.
	 * @return the keyboard
	 * @throws IllegalStateException if there is no button
	 */
	public ReplyKeyboardMarkup build() {
		return this.keyboard.keyboard(this.rows.atLeastOne()).build();
	}

}
