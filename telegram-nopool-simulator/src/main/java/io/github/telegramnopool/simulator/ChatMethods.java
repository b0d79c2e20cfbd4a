// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot asks about a chat, and changes of it.
 */
final class ChatMethods {

	private static final Set<String> ACTIONS = Set.of("cancel", "typing", "record_video", "upload_video",
			"record_voice", "record_audio", "upload_voice", "upload_audio", "upload_photo", "upload_document",
			"choose_sticker", "pick_up_location", "find_location", "record_video_note", "upload_video_note");

	private ChatMethods() {
	}

	static Reply getChat(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.READ);
			ObjectNode info = (ObjectNode) call.maker(chat).make(call.method().returns(), "chat", null);
			info.setAll(chat.details.deepCopy());
			if (chat.type().isGroup()) {
				info.set("permissions", chat.members.permissions());
			}
			Long pinned = chat.pinned.peekFirst();
			ObjectNode message = (pinned != null) ? chat.transcript.find(pinned) : null;
			if (message != null) {
				info.set("pinned_message", message);
			}
			return Reply.ok(info);
		});
	}

	static Reply setTitle(CallValues call) {
		String title = call.parameters().get("title").strip();
		if (title.isEmpty()) {
			throw ApiError.badRequest("title must be non-empty");
		}
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, "title");
			if (title.equals(chat.title())) {
				throw ApiError.badRequest("chat title is not modified");
			}
			world.membership.rename(chat, world.profile.user(), title);
			return Reply.isTrue();
		});
	}

	static Reply setDescription(CallValues call) {
		String description = call.parameters().get("description").strip();
		return call.bot().inWorld((world) -> {
			Chat chat = changeable(call, world, "description");
			if (description.equals(chat.details.path("description").asString(""))) {
				throw ApiError.badRequest("chat description is not modified");
			}
			if (description.isEmpty()) {
				chat.details.remove("description");
			}
			else {
				chat.details.put("description", description);
			}
			return Reply.isTrue();
		});
	}

	static Reply setPermissions(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
			if (chat.type() == ChatType.PRIVATE || chat.type() == ChatType.CHANNEL) {
				throw ApiError.badRequest("can't change " + chat.type().json() + " chat permissions");
			}
			require(chat, "can_restrict_members", "not enough rights to change chat permissions");
			chat.members
				.permissions(MemberStatus.permissions(Json.parseObject(call.parameters().get("permissions")), false));
			return Reply.isTrue();
		});
	}

	static Reply pin(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = pinnable(call, world);
			long id = call.parameters().getLong("message_id");
			if (chat.transcript.find(id) == null) {
				throw ApiError.badRequest("message to pin not found");
			}
			world.messages.pinned(chat, chat.newMessage(world.profile.user(), world.now()), id);
			return Reply.isTrue();
		});
	}

	/**
	 * Unpin one message or, without an id, the latest.
	 */
	static Reply unpin(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = pinnable(call, world);
			long id = call.parameters().getLong("message_id");
			if (id != 0 && chat.transcript.find(id) == null) {
				throw ApiError.badRequest("message to unpin not found");
			}
			if (id != 0) {
				chat.pinned.remove(id);
			}
			else {
				chat.pinned.pollFirst();
			}
			return Reply.isTrue();
		});
	}

	static Reply unpinAll(CallValues call) {
		return call.bot().inWorld((world) -> {
			pinnable(call, world).pinned.clear();
			return Reply.isTrue();
		});
	}

	/**
	 * Show what the bot is about to do ({@code Client::get_chat_action}).
	 */
	static Reply sendAction(CallValues call) {
		return call.bot().inWorld((world) -> {
			Chat chat = world.chats.resolve(call.parameters().get("chat_id"));
			ChatAccess.checkSend(chat);
			String action = call.parameters().get("action");
			if (!ACTIONS.contains(action.toLowerCase(Locale.ROOT))) {
				throw ApiError.badRequest("wrong parameter action in request");
			}
			world.tell("action", chat, Json.object().put("action", action));
			return Reply.isTrue();
		});
	}

	private static Chat pinnable(CallValues call, World world) {
		Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
		if (chat.type() != ChatType.PRIVATE) {
			require(chat, (chat.type() == ChatType.CHANNEL) ? "can_edit_messages" : "can_pin_messages",
					"not enough rights to manage pinned messages in the chat");
		}
		return chat;
	}

	private static Chat changeable(CallValues call, World world, String what) {
		Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
		if (chat.type() == ChatType.PRIVATE) {
			throw ApiError.badRequest("can't change private chat " + what);
		}
		require(chat, "can_change_info", what.equals("title") ? "not enough rights to change chat title"
				: "not enough rights to set chat description");
		return chat;
	}

	private static void require(Chat chat, String right, String otherwise) {
		if (!MemberStatus.can(chat.members.bot(), right)) {
			throw ApiError.badRequest(otherwise);
		}
	}

}
