// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * What a call wants of a chat, and why it may not have it
 * ({@code Client::check_chat_access}).
 */
enum ChatAccess {

	READ, READ_MEMBERS, EDIT, WRITE;

	void check(Chat chat) {
		switch (chat.type()) {
			case PRIVATE -> {
				// Only what is sent finds out that the bot is blocked
			}
			case GROUP -> checkGroup(chat);
			case SUPERGROUP, CHANNEL -> checkMember(chat);
		}
	}

	/**
	 * Check that the bot may send something to a chat; that it may not is told by
	 * Telegram itself ({@code USER_IS_BLOCKED}), and by {@code can_send_message_content}.
	 */
	static void checkSend(Chat chat) {
		WRITE.check(chat);
		if (chat.type() == ChatType.PRIVATE && MemberStatus.is(chat.members.bot(), "kicked")) {
			throw new ApiError(403, "Forbidden: bot was blocked by the user");
		}
		if (chat.type() == ChatType.CHANNEL && !MemberStatus.can(chat.members.bot(), "can_post_messages")) {
			throw ApiError.badRequest("need administrator rights in the channel chat");
		}
		if (chat.type().isGroup() && !chat.members.mayBot("can_send_messages")) {
			throw ApiError.badRequest("not enough rights to send text messages to the chat");
		}
	}

	private void checkGroup(Chat chat) {
		boolean writes = this == WRITE || this == READ_MEMBERS;
		if (chat.migratedTo != 0) {
			if (writes) {
				throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat",
						Json.object().put("migrate_to_chat_id", chat.migratedTo));
			}
			return;
		}
		if (this != READ) {
			checkMember(chat);
		}
	}

	private static void checkMember(Chat chat) {
		String name = chat.type().json() + " chat";
		if (MemberStatus.is(chat.members.bot(), "kicked")) {
			throw new ApiError(403, "Forbidden: bot was kicked from the " + name);
		}
		if (!chat.members.hasBot()) {
			throw new ApiError(403, "Forbidden: bot is not a member of the " + name);
		}
	}

}
