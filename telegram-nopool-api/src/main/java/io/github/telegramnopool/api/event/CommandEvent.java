// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import java.util.Objects;
import java.util.stream.Stream;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.ReplyMarkup;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.api.text.MessageText;

/**
 * A command that someone wrote and a listener waits for. It takes the place of the event
 * of the update's kind.
 *
 * @param update the update
 * @param bot the bot that received it
 * @param command the command without slash and without the bot's name
 * @param argument what follows the command, empty if nothing does
 * @since 0.1.0
 */
public record CommandEvent(Update update, BotInfo bot, String command, String argument) implements UpdateEvent {

	/**
	 * The message that holds the command.
	 * @return the message
	 */
	public Message message() {
		return Stream
			.of(this.update.message(), this.update.editedMessage(), this.update.channelPost(),
					this.update.editedChannelPost(), this.update.businessMessage(), this.update.editedBusinessMessage(),
					this.update.guestMessage())
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The update of a command has no message"));
	}

	/**
	 * Makes an answer in the chat where the command was written.
	 * @param text the text
	 * @return the call, for a listener to return or for the client to execute
	 * @see Message#answer(String)
	 */
	public SendMessage answer(String text) {
		return message().answer(text);
	}

	/**
	 * Makes an answer in the chat where the command was written.
	 * @param text the text with its entities
	 * @return the call, for a listener to return or for the client to execute
	 * @see Message#answer(MessageText)
	 */
	public SendMessage answer(MessageText text) {
		return message().answer(text);
	}

	/**
	 * Makes an answer in the chat where the command was written with a keyboard.
	 * @param text the text
	 * @param replyMarkup the keyboard
	 * @return the call, for a listener to return or for the client to execute
	 * @see Message#answer(String, ReplyMarkup)
	 */
	public SendMessage answer(String text, ReplyMarkup replyMarkup) {
		return message().answer(text, replyMarkup);
	}

	/**
	 * Makes a reply to the message that holds the command.
	 * @param text the text
	 * @return the call, for a listener to return or for the client to execute
	 * @see Message#reply(String)
	 */
	public SendMessage reply(String text) {
		return message().reply(text);
	}

	/**
	 * Makes a reply to the message that holds the command.
	 * @param text the text with its entities
	 * @return the call, for a listener to return or for the client to execute
	 * @see Message#reply(MessageText)
	 */
	public SendMessage reply(MessageText text) {
		return message().reply(text);
	}

	/**
	 * Makes a reply to the message that holds the command with a keyboard.
	 * @param text the text
	 * @param replyMarkup the keyboard
	 * @return the call, for a listener to return or for the client to execute
	 * @see Message#reply(String, ReplyMarkup)
	 */
	public SendMessage reply(String text, ReplyMarkup replyMarkup) {
		return message().reply(text, replyMarkup);
	}

}
