// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.Optional;

import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.simulator.ButtonPress;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.SimulatedChat;
import io.github.telegramnopool.simulator.SimulatedUser;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * A person in a chat with the bot under test (of several, the default one or else the
 * first): does what people do, and waits for what the bot says.
 * <p>
 * Answers are read one after the other, from the latest on that the person did: what the
 * bot said before is passed over. Whoever waits does so until it is there, and no longer
 * than {@code telegram.simulator.patience}; what does not come is an
 * {@link AssertionError} that shows the chat and what went wrong with the bot.
 *
 * <pre>{@code
 * assertThat(conversation.write("/menu")).answers("What will you have?").showsButtons("Tea", "Coffee");
 * assertThat(conversation.press("Tea")).edits("Here is your tea");
 * Message poll = conversation.write("/poll").answer();
 * }</pre>
 *
 * Each test method begins in a private chat of a user whom the bot has never met. Not
 * safe for use by several threads.
 *
 * @see TelegramBotTest
 * @since 0.1.0
 */
public final class TelegramConversation implements AssertProvider<TelegramConversationAssert> {

	private final BotsUnderTest bots;

	private final BotUnderTest bot;

	private SimulatedUser user;

	private SimulatedChat chat;

	private Answers answers;

	private @Nullable ButtonPress press;

	TelegramConversation(BotsUnderTest bots) {
		this(bots, bots.first(), bots.first().newUser());
	}

	private TelegramConversation(BotsUnderTest bots, BotUnderTest bot, SimulatedUser user) {
		this(bots, bot, user, user.chat());
	}

	private TelegramConversation(BotsUnderTest bots, BotUnderTest bot, SimulatedUser user, SimulatedChat chat) {
		this.bots = bots;
		this.bot = bot;
		this.user = user;
		this.chat = chat;
		this.answers = new Answers(bot, chat);
	}

	/**
	 * Begin anew, with somebody else.
	 */
	void begin() {
		this.bots.begin();
		this.user = this.bot.newUser();
		this.chat = this.user.chat();
		this.answers = new Answers(this.bot, this.chat);
		this.press = null;
	}

	/**
	 * The person.
	 * @return the user, to be named or to do what has no method here
	 */
	public SimulatedUser user() {
		return this.user;
	}

	/**
	 * The chat.
	 * @return the chat, to do in it what has no method here
	 */
	public SimulatedChat chat() {
		return this.chat;
	}

	/**
	 * The bot, seen from Telegram's side.
	 * @return the bot
	 */
	public SimulatedBot bot() {
		return this.bot.simulated();
	}

	/**
	 * Somebody else, whom the bot has never met: in the same group or, if this is a
	 * private chat, in one of their own.
	 * @return another conversation
	 */
	public TelegramConversation asAnotherUser() {
		return as(this.bot.newUser());
	}

	/**
	 * A certain person, in the same group or, if this is a private chat, in their own,
	 * where all that was said in earlier test methods of the same context still stands.
	 * @param id id of the user
	 * @return another conversation
	 */
	public TelegramConversation asUser(long id) {
		return as(this.bot.simulated().user(id));
	}

	/**
	 * The same person in a private chat with another of several bots.
	 * @param name name of the bot in the configuration
	 * @return another conversation
	 * @throws IllegalArgumentException if there is no bot of that name
	 */
	public TelegramConversation withBot(String name) {
		BotUnderTest other = this.bots.named(name);
		return new TelegramConversation(this.bots, other, other.simulated().user(this.user.id()));
	}

	/**
	 * The same person in a supergroup, which is created or, if this test method has one
	 * of that title, entered. The bot is an ordinary member of it, who sees commands and
	 * replies but not everything: {@code bot().readsAllGroupMessages(true)} changes that.
	 * @param title title of the group
	 * @return another conversation
	 */
	public TelegramConversation inGroup(String title) {
		awaitListening();
		return new TelegramConversation(this.bots, this.bot, this.user, this.bot.enter(title, this.user));
	}

	/**
	 * Write a message.
	 * @param text the text, to which entities are added as Telegram does
	 * @return this conversation
	 */
	public TelegramConversation write(String text) {
		awaitListening();
		return acted(this.chat.write(this.user, text));
	}

	/**
	 * Write a reply to the answer that was read last.
	 * @param text the text
	 * @return this conversation
	 */
	public TelegramConversation reply(String text) {
		return acted(this.chat.reply(this.user, this.answers.latest().messageId(), text));
	}

	/**
	 * Send a photo.
	 * @param picture the bytes of a picture
	 * @return this conversation
	 */
	public TelegramConversation sendPhoto(byte[] picture) {
		return sendPhoto(picture, "");
	}

	/**
	 * Send a photo with a caption.
	 * @param picture the bytes of a picture
	 * @param caption the caption
	 * @return this conversation
	 */
	public TelegramConversation sendPhoto(byte[] picture, String caption) {
		awaitListening();
		return acted(this.chat.sendPhoto(this.user, "photo.jpg", picture, caption));
	}

	/**
	 * Send a file.
	 * @param name name of the file
	 * @param content its bytes
	 * @return this conversation
	 */
	public TelegramConversation sendDocument(String name, byte[] content) {
		awaitListening();
		return acted(this.chat.sendDocument(this.user, name, content, ""));
	}

	/**
	 * Press a button: one below the latest message that has it, for which this waits, or
	 * one of the keyboard that the bot put in the place of the user's own, which writes
	 * its text.
	 * @param button text or {@code callback_data} of the button
	 * @return this conversation
	 */
	public TelegramConversation press(String button) {
		ButtonSearch search = this.answers.awaitButton(button);
		if (search.isInKeyboard()) {
			return write(button);
		}
		this.answers.passOver();
		this.press = this.chat.press(this.user, search.messageId(), button);
		return this;
	}

	/**
	 * Wait for the next message of the bot.
	 * @return the message
	 */
	public Message answer() {
		return this.answers.next();
	}

	@Override
	public TelegramConversationAssert assertThat() {
		return new TelegramConversationAssert(this);
	}

	Answers answers() {
		return this.answers;
	}

	/**
	 * Wait for what the bot says to the button that was pressed last.
	 * @return the text, or an empty one if it only ends the waiting
	 */
	String awaitNotification() {
		ButtonPress pressed = this.press;
		if (pressed == null) {
			throw new IllegalStateException("No button was pressed. Call press(...) first.");
		}
		return this.bot.await(() -> Optional.ofNullable(pressed.answer()), Optional::isPresent)
			.orElseThrow(() -> this.answers
				.failure("The bot has not answered the button within " + this.bot.patience() + "."))
			.path("text")
			.asString("");
	}

	private TelegramConversation as(SimulatedUser other) {
		return (this.chat.id() > 0) ? new TelegramConversation(this.bots, this.bot, other)
				: new TelegramConversation(this.bots, this.bot, other, this.bot.enter(this.chat, other));
	}

	private void awaitListening() {
		if (!this.bot.awaitListening()) {
			throw this.answers.failure("The bot has not asked for updates within " + this.bot.patience() + ".");
		}
	}

	private TelegramConversation acted(long messageId) {
		this.answers.passOver(messageId);
		return this;
	}

}
