// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import java.util.List;

import io.github.telegramnopool.api.model.InlineKeyboardButton;
import io.github.telegramnopool.api.model.InlineKeyboardMarkup;

/**
 * Builds the keyboard below a message, row by row, from buttons of {@link InlineButtons}:
 * <pre class="code">
 * InlineKeyboard.builder()
 *     .row(callback("Yes", "y"), callback("No", "n"))
 *     .row(url("Site", "https://example.org"))
 *     .build()
 * </pre>
 *
 * @see <a href=
 * "https://core.telegram.org/bots/api#inlinekeyboardmarkup">InlineKeyboardMarkup</a>
 * @since 0.1.0
 */
public final class InlineKeyboard {

	private final Rows<InlineKeyboardButton> rows = new Rows<>();

	private boolean forceReply;

	private InlineKeyboard() {
	}

	/**
	 * Start without a button.
	 * @return a new builder
	 */
	public static InlineKeyboard builder() {
		return new InlineKeyboard();
	}

	/**
	 * Add a row.
	 * @param buttons the buttons from left to right, none for no row
	 * @return this builder
	 */
	public InlineKeyboard row(InlineKeyboardButton... buttons) {
		return row(List.of(buttons));
	}

	/**
	 * Add a row.
	 * @param buttons the buttons from left to right, none for no row
	 * @return this builder
	 */
	public InlineKeyboard row(List<InlineKeyboardButton> buttons) {
		this.rows.add(buttons);
		return this;
	}

	/**
	 * Add as many rows as the buttons need.
	 * @param columns the number of buttons in a row
	 * @param buttons the buttons, row by row
	 * @return this builder
	 */
	public InlineKeyboard columns(int columns, List<InlineKeyboardButton> buttons) {
		this.rows.addInColumns(columns, buttons);
		return this;
	}

	/**
	 * Let the user's client begin a reply to the message.
	 * @return this builder
	 */
	public InlineKeyboard forceReply() {
		this.forceReply = true;
		return this;
	}

	/**
	 * Make the keyboard.
	 * @return the keyboard
	 * @throws IllegalStateException if a button that has to be the first one is not
	 */
	public InlineKeyboardMarkup build() {
		for (InlineKeyboardButton button : this.rows.further()) {
			boolean pays = Boolean.TRUE.equals(button.pay());
			if (pays || button.callbackGame() != null) {
				throw new IllegalStateException("The button '%s' %s, so it has to be the first one of the first row"
					.formatted(button.text(), pays ? "pays" : "starts a game"));
			}
		}
		InlineKeyboardMarkup.Builder keyboard = InlineKeyboardMarkup.builder().inlineKeyboard(this.rows.list());
		return (this.forceReply ? keyboard.forceReply(true) : keyboard).build();
	}

}
