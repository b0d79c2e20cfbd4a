// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person of a bot's world. Every number is somebody, named "User" at first.
 * <p>
 * Safe for use by several threads. What cannot be done is an
 * {@link IllegalArgumentException} that says why.
 *
 * @since 0.1.0
 */
public final class SimulatedUser {

	private final SimulatedBot bot;

	private final long id;

	SimulatedUser(SimulatedBot bot, long id) {
		this.bot = bot;
		this.id = id;
	}

	/**
	 * Id of the user, and of the private chat with the bot.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Give the user a name.
	 * @param firstName the first name
	 * @param lastName the last name, or {@code null} for none
	 * @return this user
	 */
	public SimulatedUser name(String firstName, @Nullable String lastName) {
		return change("last_name", lastName).change("first_name", firstName);
	}

	/**
	 * Give the user a name to be found by.
	 * @param username the name without {@code @}, or {@code null} for none
	 * @return this user
	 */
	public SimulatedUser username(@Nullable String username) {
		return change("username", username);
	}

	/**
	 * Set the language of the user's application.
	 * @param code the IETF language tag, or {@code null} if it tells none
	 * @return this user
	 */
	public SimulatedUser language(@Nullable String code) {
		return change("language_code", code);
	}

	/**
	 * The private chat with the bot.
	 * @return the chat
	 */
	public SimulatedChat chat() {
		return this.bot.chat(this.id);
	}

	/**
	 * Write to the bot.
	 * @param text the text, to which entities are added as Telegram does
	 * @return the {@code message_id}
	 */
	public long write(String text) {
		return chat().write(this, text);
	}

	/**
	 * Block the bot: what it sends to the user is refused.
	 */
	public void block() {
		this.bot.act((world) -> {
			Chat chat = world.chats.get(this.id);
			world.membership.change(chat, world.users.get(this.id), this.bot.id(), MemberStatus.kicked(0));
			return chat;
		});
	}

	/**
	 * Let the bot write again.
	 */
	public void unblock() {
		this.bot.act((world) -> {
			Chat chat = world.chats.get(this.id);
			world.membership.change(chat, world.users.get(this.id), this.bot.id(), MemberStatus.member());
			return chat;
		});
	}

	/**
	 * Type the bot's name and a query into some chat.
	 * @param text the query
	 * @return what becomes of it
	 */
	public InlineSearch query(String text) {
		return new InlineSearch(this.bot,
				this.bot.act((world) -> world.inline.ask(world.users.get(this.id), text, "")));
	}

	private SimulatedUser change(String field, @Nullable String value) {
		return this.bot.act((world) -> {
			ObjectNode user = world.users.get(this.id);
			user.remove(field);
			world.users.put((value != null) ? user.put(field, value) : user);
			Chat chat = world.chats.peek(this.id);
			if (chat != null) {
				chat.rename(user);
			}
			return this;
		});
	}

}
