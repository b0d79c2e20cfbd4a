// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control calls about chats and the people in them.
 */
final class ControlChats {

	private ControlChats() {
	}

	static Reply handle(ControlCall call) {
		return switch (call.pattern()) {
			case "GET chats" -> ControlCall.answer(call.bot().inWorld(ControlChats::list));
			case "POST chats" -> create(call);
			case "PATCH chats/*" -> {
				String title = call.text("title");
				call.inChat((world, chat) -> {
					world.membership.rename(chat, call.from(world, chat.defaultUser()), title);
					return chat;
				});
				yield call.done();
			}
			case "POST chats/*/upgrade" -> ControlCall.answer(call
				.inChat((world, chat) -> world.membership.upgrade(chat, call.from(world, chat.defaultUser())).info()));
			case "POST chats/*/block" -> block(call, MemberStatus.kicked(0));
			case "POST chats/*/unblock" -> block(call, MemberStatus.member());
			case "GET chats/*/reactions" ->
				ControlCall.answer(call.ofChat(Json.object(), (chat) -> chat.reactions.all()));
			case "GET chats/*/members" -> ControlCall.answer(call.inChat(ControlChats::members));
			case "POST chats/*/members" -> setMember(call);
			case "DELETE chats/*/members/*" -> removeMember(call);
			default -> throw call.unknown();
		};
	}

	/**
	 * All chats, each with what a list of chats shows of it.
	 */
	private static ArrayNode list(World world) {
		ArrayNode list = Json.array();
		world.chats.all().forEach((chat) -> {
			ObjectNode info = chat.info();
			ObjectNode last = chat.transcript.last();
			if (last != null) {
				info.set("last_message", last);
			}
			if (chat.keyboard != null) {
				info.set("keyboard", chat.keyboard);
			}
			if (chat.migratedTo != 0) {
				info.put("migrated_to", chat.migratedTo);
			}
			list.add(info.put("bot_status", chat.members.bot().path("status").asString("")));
		});
		return list;
	}

	private static Reply create(ControlCall call) {
		String title = call.text("title");
		String name = call.json().path("type").asString("group");
		ChatType type = ChatType.of(name, 1);
		if (type == ChatType.PRIVATE) {
			throw ApiError.badRequest("\"type\" must be group, supergroup or channel");
		}
		return ControlCall.answer(call.bot()
			.inWorld((world) -> world.membership.create(type, title, call.from(world, Users.SOMEBODY)).info()));
	}

	private static Reply block(ControlCall call, ObjectNode status) {
		call.inChat((world, chat) -> {
			if (chat.type() != ChatType.PRIVATE) {
				throw ApiError.badRequest("only in a private chat a bot is blocked");
			}
			world.membership.change(chat, world.users.get(chat.id), world.botId(), status);
			return chat;
		});
		return call.done();
	}

	private static ArrayNode members(World world, Chat chat) {
		ArrayNode list = Json.array();
		chat.members.inside().forEach((user) -> list.add(Membership.member(world.user(user), chat.members.get(user))));
		return list;
	}

	/**
	 * Let a user in or add the bot, as a member unless it is said otherwise.
	 */
	private static Reply setMember(ControlCall call) {
		ObjectNode request = call.json();
		String status = request.path("status").asString("member");
		return ControlCall.answer(call.inChat((world, chat) -> {
			long id = request.path("user").path("id").asLong(0);
			if (id <= 0) {
				throw ApiError.badRequest("\"user\" must have an \"id\"");
			}
			if (id != world.botId()) {
				world.users.learn(request.path("user"), id);
			}
			ObjectNode actor = call.from(world, (id != world.botId()) ? id : chat.defaultUser());
			if (status.equals("administrator")) {
				world.membership.change(chat, actor, id, MemberStatus.administratorWithAllRights(chat.type()));
			}
			else if (id == world.botId()) {
				world.membership.change(chat, actor, id, MemberStatus.member());
			}
			else {
				world.membership.join(chat, world.users.get(id));
			}
			return Membership.member(world.user(id), chat.members.get(id));
		}));
	}

	/**
	 * Let a user go, or throw out the bot.
	 */
	private static Reply removeMember(ControlCall call) {
		long id = call.number(3);
		call.inChat((world, chat) -> {
			boolean bot = id == world.botId();
			world.membership.change(chat, call.from(world, bot ? chat.defaultUser() : id), id,
					bot ? MemberStatus.kicked(0) : MemberStatus.left());
			return chat;
		});
		return call.done();
	}

}
