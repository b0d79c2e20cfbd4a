// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.telegramnopool.api.model.Message;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what a bot says in a {@link TelegramConversation}. They wait for it.
 *
 * <pre>{@code
 * assertThat(conversation.write("/menu")).answers("What will you have?").showsButtons("Tea", "Coffee");
 * assertThat(conversation.write("nonsense")).saysNothing();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class TelegramConversationAssert extends AbstractAssert<TelegramConversationAssert, TelegramConversation> {

	TelegramConversationAssert(TelegramConversation conversation) {
		super(conversation, TelegramConversationAssert.class);
	}

	/**
	 * The bot's next message has this text or caption.
	 * @param text the whole text, without formatting
	 * @return this assertion
	 */
	public TelegramConversationAssert answers(String text) {
		String said = answer();
		if (!text.equals(said)) {
			throw unexpected("Expected the answer \"%s\", but it is \"%s\".".formatted(text, said));
		}
		return this;
	}

	/**
	 * The bot's next message has this in its text or caption.
	 * @param part a part of the text
	 * @return this assertion
	 */
	public TelegramConversationAssert answersContaining(String part) {
		String said = answer();
		if (!said.contains(part)) {
			throw unexpected("Expected an answer with \"%s\" in it, but it is \"%s\".".formatted(part, said));
		}
		return this;
	}

	/**
	 * The bot's next message is as it should be.
	 * @param requirements assertions on the message
	 * @return this assertion
	 */
	public TelegramConversationAssert answersSatisfying(Consumer<Message> requirements) {
		Message answer = this.actual.answer();
		try {
			requirements.accept(answer);
		}
		catch (AssertionError ex) {
			AssertionError failure = unexpected("The answer is not as expected: " + ex.getMessage());
			failure.addSuppressed(ex);
			throw failure;
		}
		return this;
	}

	/**
	 * The message that was asserted last, or read, has exactly these buttons below it.
	 * @param texts the buttons' texts, row by row
	 * @return this assertion
	 */
	public TelegramConversationAssert showsButtons(String... texts) {
		List<String> buttons = MessageLine.buttons(this.actual.answers().latest());
		if (!buttons.equals(List.of(texts))) {
			throw unexpected(
					"Expected the buttons %s below the message, but they are %s.".formatted(List.of(texts), buttons));
		}
		return this;
	}

	/**
	 * The bot edits a message in this chat to this text or caption.
	 * @param text the whole text, without formatting
	 * @return this assertion
	 */
	public TelegramConversationAssert edits(String text) {
		this.actual.answers().awaitEdit(text);
		return this;
	}

	/**
	 * The bot tells this to the user who pressed a button, by
	 * {@code answerCallbackQuery}.
	 * @param text the text of the notification or alert
	 * @return this assertion
	 */
	public TelegramConversationAssert notifies(String text) {
		String notification = this.actual.awaitNotification();
		if (!text.equals(notification)) {
			throw unexpected("Expected the notification \"%s\", but it is \"%s\".".formatted(text, notification));
		}
		return this;
	}

	/**
	 * The bot has handled all its updates and said nothing that was not read. This waits
	 * until it has confirmed them to Telegram, so it knows of all that listeners do and
	 * return, but not of what they leave to other threads.
	 * @return this assertion
	 */
	public TelegramConversationAssert saysNothing() {
		List<Message> said = this.actual.answers().awaitSilence();
		if (!said.isEmpty()) {
			throw unexpected(
					"Expected the bot to say nothing, but it said \"%s\".".formatted(MessageLine.text(said.get(0))));
		}
		return this;
	}

	private String answer() {
		return Objects.toString(MessageLine.text(this.actual.answer()), "");
	}

	private AssertionError unexpected(String problem) {
		String description = this.info.descriptionText();
		return this.actual.answers().failure(description.isEmpty() ? problem : "[" + description + "] " + problem);
	}

}
