// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot asks about the members of a chat, and does to them.
 */
final class MemberMethods {

	private static final String SUPERGROUPS_ONLY = "method is available only for supergroups";

	private static final String NOT_FOR_GROUPS = "method is available for supergroup and channel chats only";

	private MemberMethods() {
	}

	static Reply getMember(CallValues call) {
		return call.bot().inWorld((world) -> {
			long user = user(call);
			Chat chat = world.chat(call.parameters(),
					(user == world.botId()) ? ChatAccess.READ : ChatAccess.READ_MEMBERS);
			return Reply.ok(Membership.member(world.user(user), chat.members.get(user)));
		});
	}

	static Reply getCount(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.READ_MEMBERS);
			return Reply.ok(Json.number((chat.type() == ChatType.PRIVATE) ? 2 : chat.members.count()));
		});
	}

	static Reply getAdministrators(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.READ_MEMBERS);
			if (chat.type() == ChatType.PRIVATE) {
				throw ApiError.badRequest("there are no administrators in the private chat");
			}
			ArrayNode list = Json.array();
			chat.members.admins()
				.forEach((user) -> list.add(Membership.member(world.user(user), chat.members.get(user))));
			return Reply.ok(list);
		});
	}

	static Reply ban(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, "can't ban members in private chats");
			long user = user(call);
			world.membership.change(chat, world.profile.user(), user,
					MemberStatus.kicked(call.parameters().getLong("until_date")));
			if (chat.type() != ChatType.GROUP || call.parameters().getBoolean("revoke_messages")) {
				chat.transcript.removeFrom(user);
			}
			return Reply.isTrue();
		});
	}

	static Reply unban(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, NOT_FOR_GROUPS);
			if (chat.type() == ChatType.GROUP) {
				throw ApiError.badRequest(NOT_FOR_GROUPS);
			}
			long user = user(call);
			boolean banned = MemberStatus.is(chat.members.get(user), "kicked");
			if (banned || !call.parameters().getBoolean("only_if_banned")) {
				world.membership.change(chat, world.profile.user(), user, MemberStatus.left());
			}
			return Reply.isTrue();
		});
	}

	static Reply restrict(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, SUPERGROUPS_ONLY);
			if (chat.type() != ChatType.SUPERGROUP) {
				throw ApiError.badRequest(SUPERGROUPS_ONLY);
			}
			long user = user(call);
			boolean inside = MemberStatus.isInside(chat.members.get(user));
			ObjectNode status = MemberStatus.restricted(inside, Json.parseObject(call.parameters().get("permissions")),
					call.parameters().getLong("until_date"));
			ObjectNode unrestricted = inside ? MemberStatus.member() : MemberStatus.left();
			world.membership.change(chat, world.profile.user(), user,
					MemberStatus.isUnrestricted(status) ? unrestricted : status);
			return Reply.isTrue();
		});
	}

	static Reply promote(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, NOT_FOR_GROUPS);
			if (chat.type() == ChatType.GROUP) {
				throw ApiError.badRequest(NOT_FOR_GROUPS);
			}
			ObjectNode status = MemberStatus.administrator(chat.type(), call.json());
			world.membership.change(chat, world.profile.user(), user(call),
					MemberStatus.isPromotion(status) ? status.put("can_be_edited", true) : MemberStatus.member());
			return Reply.isTrue();
		});
	}

	static Reply leave(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.READ);
			if (chat.type() == ChatType.PRIVATE) {
				throw ApiError.badRequest("can't leave private chats");
			}
			world.membership.change(chat, world.profile.user(), world.botId(), MemberStatus.left());
			return Reply.isTrue();
		});
	}

	static Reply answerJoinRequest(CallValues call, boolean approve) {
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, "the chat can't have join requests");
			long user = user(call);
			if (approve) {
				world.membership.change(chat, world.profile.user(), user, MemberStatus.member());
			}
			return Reply.isTrue();
		});
	}

	/**
	 * The chat whose members the bot may change.
	 */
	private static Chat changeable(CallValues call, World world, String ifPrivate) {
		long user = user(call);
		Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
		if (chat.type() == ChatType.PRIVATE) {
			throw ApiError.badRequest(ifPrivate);
		}
		ObjectNode target = chat.members.get(user);
		if (MemberStatus.is(target, "creator")) {
			throw ApiError.badRequest("can't remove chat owner");
		}
		boolean promotes = call.method().name().equals("promoteChatMember");
		String right = promotes ? "can_promote_members" : "can_restrict_members";
		if (!MemberStatus.can(chat.members.bot(), right)) {
			throw ApiError
				.badRequest(promotes ? "not enough rights" : "not enough rights to restrict/unrestrict chat member");
		}
		if (!promotes && MemberStatus.is(target, "administrator") && !target.path("can_be_edited").asBoolean(false)) {
			throw ApiError.badRequest("user is an administrator of the chat");
		}
		return chat;
	}

	private static long user(CallValues call) {
		long user = call.parameters().getLong("user_id");
		if (user <= 0) {
			throw ApiError.badRequest("invalid user_id specified");
		}
		return user;
	}

}
