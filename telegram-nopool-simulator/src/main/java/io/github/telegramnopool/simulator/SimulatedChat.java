// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A chat of a bot's world, seen by the people in it. All that they do makes the updates
 * that Telegram would make of it.
 * <p>
 * Safe for use by several threads. What cannot be done is an
 * {@link IllegalArgumentException} that says why.
 *
 * @since 0.1.0
 */
public final class SimulatedChat {

	private final SimulatedBot bot;

	private final long id;

	SimulatedChat(SimulatedBot bot, long id) {
		this.bot = bot;
		this.id = id;
	}

	/**
	 * Id of the chat.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * The chat as messages show it.
	 * @return a {@code Chat} object
	 */
	public JsonNode info() {
		return on((world, chat) -> chat.info());
	}

	/**
	 * Write a message or, in a channel, a post.
	 * @param user the writer
	 * @param text the text, to which entities are added as Telegram does
	 * @return the {@code message_id}
	 */
	public long write(SimulatedUser user, String text) {
		return reply(user, 0, text);
	}

	/**
	 * Write an answer to a message.
	 * @param user the writer
	 * @param messageId the message
	 * @param text the text
	 * @return the {@code message_id} of the answer
	 */
	public long reply(SimulatedUser user, long messageId, String text) {
		return on((world, chat) -> Transcript
			.id(world.messages.write(chat, world.users.get(user.id()), text, messageId).message()));
	}

	/**
	 * Send a picture as a photo.
	 * @param user the sender
	 * @param name name of the file
	 * @param content the bytes
	 * @param caption the caption, or an empty text for none
	 * @return the {@code message_id}
	 */
	public long sendPhoto(SimulatedUser user, String name, byte[] content, String caption) {
		return send(user, MediaKind.PHOTO, name, content, caption);
	}

	/**
	 * Send a file as it is.
	 * @param user the sender
	 * @param name name of the file
	 * @param content the bytes
	 * @param caption the caption, or an empty text for none
	 * @return the {@code message_id}
	 */
	public long sendDocument(SimulatedUser user, String name, byte[] content, String caption) {
		return send(user, MediaKind.DOCUMENT, name, content, caption);
	}

	/**
	 * Let the writer of a message change its text or caption.
	 * @param messageId the message
	 * @param text the new text
	 */
	public void edit(long messageId, String text) {
		on((world, chat) -> world.messages.edit(chat, messageId, text));
	}

	/**
	 * Delete a message, of which Telegram tells no bot.
	 * @param messageId the message
	 */
	public void delete(long messageId) {
		on((world, chat) -> {
			world.messages.delete(chat, messageId);
			return chat;
		});
	}

	/**
	 * Pin a message.
	 * @param user who does it
	 * @param messageId the message
	 */
	public void pin(SimulatedUser user, long messageId) {
		on((world, chat) -> {
			world.messages.pin(chat, world.users.get(user.id()), messageId);
			return chat;
		});
	}

	/**
	 * React to a message, or take the reaction back.
	 * @param user who does it
	 * @param messageId the message
	 * @param emoji the emoji; none to take the reaction back
	 */
	public void react(SimulatedUser user, long messageId, String... emoji) {
		ArrayNode reactions = Json.array();
		Arrays.stream(emoji).forEach((one) -> reactions.addObject().put("type", "emoji").put("emoji", one));
		on((world, chat) -> world.messages.react(chat, world.users.get(user.id()), messageId, reactions));
	}

	/**
	 * Press a button below a message.
	 * @param user who does it
	 * @param messageId the message
	 * @param button the button's {@code callback_data} or text
	 * @return what becomes of it
	 */
	public ButtonPress press(SimulatedUser user, long messageId, String button) {
		return new ButtonPress(this.bot,
				on((world, chat) -> world.presses.press(chat, world.users.get(user.id()), messageId, button)));
	}

	/**
	 * Vote in a poll, or take the vote back.
	 * @param user who does it
	 * @param messageId the message with the poll
	 * @param options numbers of the options from 0; none to take the vote back
	 */
	public void vote(SimulatedUser user, long messageId, Integer... options) {
		on((world, chat) -> {
			world.polls.vote(chat, world.users.get(user.id()), messageId, new TreeSet<>(List.of(options)));
			return chat;
		});
	}

	/**
	 * The keyboard that the bot has put in the place of the user's own.
	 * @return a {@code ReplyKeyboardMarkup} or {@code ForceReply} object, or {@code null}
	 * if there is none
	 */
	public @Nullable JsonNode keyboard() {
		return this.bot.<@Nullable JsonNode>inWorld((world) -> world.chats.get(this.id).keyboard);
	}

	/**
	 * The latest 10,000 messages, by both sides.
	 * @return Telegram's {@code Message} objects in the order in which they were said
	 */
	public List<JsonNode> transcript() {
		return this.bot.transcript(this.id);
	}

	/**
	 * The people in the chat, the title, and what becomes of it.
	 * @return the chat from that side
	 */
	public ChatMembership members() {
		return new ChatMembership(this.bot, this.id);
	}

	private long send(SimulatedUser user, MediaKind kind, String name, byte[] content, String caption) {
		return on((world,
				chat) -> Transcript.id(world.messages
					.send(chat, world.users.get(user.id()), kind, name, new ByteArrayInputStream(content), caption, 0)
					.message()));
	}

	private <T> T on(BiFunction<World, Chat, T> action) {
		return this.bot.act((world) -> action.apply(world, world.chats.get(this.id)));
	}

}
