// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.simulator.SimulatedChat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the bot says in a chat, and how far a person has read it.
 */
final class Answers {

	private final BotUnderTest bot;

	private final SimulatedChat chat;

	/**
	 * The latest message when the person last did something.
	 */
	private long acted;

	/**
	 * The latest message that was read or passed over.
	 */
	private long read;

	private @Nullable Message latest;

	Answers(BotUnderTest bot, SimulatedChat chat) {
		this.bot = bot;
		this.chat = chat;
		passOver();
	}

	/**
	 * Read on from a message, which the person has written.
	 */
	void passOver(long messageId) {
		this.acted = messageId;
		this.read = messageId;
	}

	/**
	 * Read on from the end.
	 */
	void passOver() {
		List<JsonNode> messages = this.chat.transcript();
		passOver(messages.isEmpty() ? 0 : id(messages.get(messages.size() - 1)));
	}

	/**
	 * Wait for the next message.
	 */
	Message next() {
		List<Message> unread = this.bot.await(this::unread, (messages) -> !messages.isEmpty());
		if (unread.isEmpty()) {
			throw failure("No answer came within " + this.bot.patience() + ".");
		}
		Message next = unread.get(0);
		this.read = next.messageId();
		this.latest = next;
		return next;
	}

	/**
	 * The message that was read last.
	 */
	Message latest() {
		if (this.latest == null) {
			throw new IllegalStateException("No answer was read yet. Read one by answer() or answers(...) first.");
		}
		return this.latest;
	}

	/**
	 * Wait until a message is edited to a text, and read that.
	 */
	void awaitEdit(String text) {
		Optional<Message> edited = this.bot.await(() -> edited(text), Optional::isPresent);
		this.latest = edited.orElseThrow(
				() -> failure("No message was edited to \"%s\" within %s.".formatted(text, this.bot.patience())));
	}

	/**
	 * Wait until the bot has nothing to do any more.
	 * @return what it said, unread
	 */
	List<Message> awaitSilence() {
		if (this.bot.awaitFinished() > 0) {
			throw failure("It is not known whether the bot says nothing: it is still busy after " + this.bot.patience()
					+ ".");
		}
		return unread();
	}

	/**
	 * Wait for a button. One below an old message will do if no new one can come any
	 * more.
	 */
	ButtonSearch awaitButton(String button) {
		ButtonSearch search = this.bot.await(() -> ButtonSearch.of(this.chat, button), this::isTheLatest);
		if (search.messageId() == 0 && !search.isInKeyboard()) {
			throw failure("There is no button \"%s\" after %s.".formatted(button, this.bot.patience()));
		}
		return search;
	}

	AssertionError failure(String problem) {
		return ConversationReport.failure(problem, this.chat, this.bot);
	}

	private boolean isTheLatest(ButtonSearch search) {
		return search.isInKeyboard() || search.messageId() > this.acted
				|| (search.messageId() != 0 && this.bot.simulated().pending() == 0);
	}

	private List<Message> unread() {
		return said((message) -> id(message) > this.read);
	}

	private Optional<Message> edited(String text) {
		return said((message) -> message.has("edit_date")).stream()
			.filter((message) -> text.equals(MessageLine.text(message)))
			.findFirst();
	}

	private List<Message> said(Predicate<JsonNode> which) {
		return this.chat.transcript()
			.stream()
			.filter((message) -> message.path("from").path("id").asLong(0) == this.bot.simulated().id())
			.filter(which)
			.map((message) -> BotApiJson.mapper().readValue(message.toString(), Message.class))
			.toList();
	}

	private static long id(JsonNode message) {
		return message.path("message_id").asLong(0);
	}

}
