// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who comes into a chat, goes, or becomes something else in it, by whoever's doing.
 * Guarded by the bot.
 */
final class Membership {

	private final World world;

	Membership(World world) {
		this.world = world;
	}

	/**
	 * Create a chat. The bot is in it: as an administrator if it is a channel, else as an
	 * ordinary member.
	 */
	Chat create(ChatType type, String title, ObjectNode owner) {
		Chat chat = this.world.chats.create(type, title);
		chat.members.set(owner.path("id").asLong(), MemberStatus.creator());
		this.world.tell("chat", chat, World.holder("chat", chat.info()));
		addBot(chat, owner);
		return chat;
	}

	void addBot(Chat chat, ObjectNode actor) {
		change(chat, actor, this.world.botId(), (chat.type() == ChatType.CHANNEL)
				? MemberStatus.administratorWithAllRights(chat.type()) : MemberStatus.member());
	}

	/**
	 * Make somebody something else, tell the bot, and say in a group who came or went.
	 */
	void change(Chat chat, ObjectNode actor, long userId, ObjectNode status) {
		ObjectNode old = chat.members.get(userId);
		if (old.equals(status)) {
			return;
		}
		chat.members.set(userId, status);
		ObjectNode user = this.world.user(userId);
		ObjectNode update = Json.object();
		update.set("chat", chat.info());
		update.set("from", actor);
		update.put("date", this.world.now());
		update.set("old_chat_member", member(user, old));
		update.set("new_chat_member", member(user, status));
		this.world.tell("member", chat, update);
		if (userId == this.world.botId()) {
			this.world.update("my_chat_member", update);
		}
		else if (MemberStatus.isAdmin(chat.members.bot())) {
			this.world.update("chat_member", update);
		}
		sayIt(chat, actor, user, MemberStatus.isInside(old), MemberStatus.isInside(status));
	}

	/**
	 * Let somebody come in, who is not thought to have been there just because nobody
	 * said otherwise.
	 */
	void join(Chat chat, ObjectNode user) {
		long id = user.path("id").asLong();
		if (!chat.members.isKnown(id)) {
			chat.members.set(id, MemberStatus.left());
		}
		change(chat, user, id, MemberStatus.member());
	}

	/**
	 * Let somebody ask to be let in.
	 */
	int ask(Chat chat, ObjectNode user) {
		ObjectNode request = Json.object();
		request.set("chat", chat.info());
		request.set("from", user);
		request.put("user_chat_id", user.path("id").asLong()).put("date", this.world.now());
		return MemberStatus.can(chat.members.bot(), "can_invite_users")
				? this.world.update("chat_join_request", request) : 0;
	}

	/**
	 * Make a supergroup of a group. Both tell the bot of the other.
	 */
	Chat upgrade(Chat group, ObjectNode actor) {
		if (group.type() != ChatType.GROUP || group.migratedTo != 0) {
			throw ApiError.badRequest("only a group becomes a supergroup, and only once");
		}
		Chat supergroup = this.world.chats.create(ChatType.SUPERGROUP, group.title());
		supergroup.members.addAll(group.members);
		this.world.sayToBot(group, group.newMessage(actor, this.world.now()).put("migrate_to_chat_id", supergroup.id));
		group.migratedTo = supergroup.id;
		this.world.sayToBot(supergroup,
				supergroup.newMessage(actor, this.world.now()).put("migrate_from_chat_id", group.id));
		return supergroup;
	}

	void rename(Chat chat, ObjectNode actor, String title) {
		chat.rename(title);
		this.world.tell("chat", chat, World.holder("chat", chat.info()));
		this.world.sayToBot(chat, chat.newMessage(actor, this.world.now()).put("new_chat_title", title));
	}

	/**
	 * A {@code ChatMember} as calls and updates show it.
	 */
	static ObjectNode member(ObjectNode user, ObjectNode status) {
		ObjectNode member = Json.object();
		member.set("user", user);
		member.setAll(status);
		return member;
	}

	private void sayIt(Chat chat, ObjectNode actor, ObjectNode user, boolean wasInside, boolean isInside) {
		if (!chat.type().isGroup() || wasInside == isInside) {
			return;
		}
		ObjectNode message = chat.newMessage(actor, this.world.now());
		if (isInside) {
			message.putArray("new_chat_members").add(user);
		}
		else {
			message.set("left_chat_member", user);
		}
		this.world.sayToBot(chat, message);
	}

}
