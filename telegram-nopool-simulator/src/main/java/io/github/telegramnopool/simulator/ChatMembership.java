// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.function.BiConsumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who is in a chat, and as what.
 *
 * @see SimulatedChat#members()
 * @since 0.1.0
 */
public final class ChatMembership {

	private final SimulatedBot bot;

	private final long id;

	ChatMembership(SimulatedBot bot, long id) {
		this.bot = bot;
		this.id = id;
	}

	/**
	 * Let a user come in.
	 * @param user the user
	 * @return this membership
	 */
	public ChatMembership join(SimulatedUser user) {
		return on((world, chat) -> world.membership.join(chat, world.users.get(user.id())));
	}

	/**
	 * Let a user ask to be let in, which the bot may approve or decline.
	 * @param user the user
	 * @return this membership
	 */
	public ChatMembership requestToJoin(SimulatedUser user) {
		return on((world, chat) -> world.membership.ask(chat, world.users.get(user.id())));
	}

	/**
	 * Let a user go.
	 * @param user the user
	 * @return this membership
	 */
	public ChatMembership leave(SimulatedUser user) {
		return set(user.id(), user.id(), MemberStatus.left());
	}

	/**
	 * Add the bot: to a channel as an administrator, else as an ordinary member.
	 * @param by who does it
	 * @return this membership
	 */
	public ChatMembership addBot(SimulatedUser by) {
		return on((world, chat) -> world.membership.addBot(chat, world.users.get(by.id())));
	}

	/**
	 * Make the bot an administrator with all rights.
	 * @param by who does it
	 * @return this membership
	 */
	public ChatMembership promoteBot(SimulatedUser by) {
		return on((world, chat) -> world.membership.change(chat, world.users.get(by.id()), this.bot.id(),
				MemberStatus.administratorWithAllRights(chat.type())));
	}

	/**
	 * Make the bot an ordinary member.
	 * @param by who does it
	 * @return this membership
	 */
	public ChatMembership demoteBot(SimulatedUser by) {
		return set(by.id(), this.bot.id(), MemberStatus.member());
	}

	/**
	 * Throw the bot out.
	 * @param by who does it
	 * @return this membership
	 */
	public ChatMembership removeBot(SimulatedUser by) {
		return set(by.id(), this.bot.id(), MemberStatus.kicked(0));
	}

	/**
	 * Give the chat another title.
	 * @param by who does it
	 * @param title the title
	 * @return this membership
	 */
	public ChatMembership rename(SimulatedUser by, String title) {
		return on((world, chat) -> world.membership.rename(chat, world.users.get(by.id()), title));
	}

	/**
	 * Make a supergroup of the group.
	 * @param by who does it
	 * @return the supergroup, which takes the place of the group
	 */
	public SimulatedChat upgrade(SimulatedUser by) {
		return this.bot.chat(this.bot
			.act((world) -> world.membership.upgrade(world.chats.get(this.id), world.users.get(by.id())).id));
	}

	private ChatMembership set(long actor, long user, ObjectNode status) {
		return on((world, chat) -> world.membership.change(chat, world.users.get(actor), user, status));
	}

	private ChatMembership on(BiConsumer<World, Chat> action) {
		return this.bot.act((world) -> {
			action.accept(world, world.chats.get(this.id));
			return this;
		});
	}

}
