// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes messages and reactions away.
 */
final class DeleteMethods {

	private static final long MAX_AGE = Duration.ofHours(48).toSeconds();

	private DeleteMethods() {
	}

	/**
	 * Delete a message that the bot may delete: its own and those of a private chat while
	 * they are young, and any where it has the right to.
	 */
	static Reply deleteMessage(CallValues call) {
		long id = call.parameters().getLong("message_id");
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
			ObjectNode message = chat.transcript.find(id);
			if (message == null) {
				throw ApiError.badRequest("message to delete not found");
			}
			if (!canDelete(world, chat, message)) {
				throw ApiError.badRequest("message can't be deleted");
			}
			world.delete(chat, id);
			return Reply.isTrue();
		});
	}

	/**
	 * Delete those that are there; the others are no error.
	 */
	static Reply deleteMessages(CallValues call) {
		JsonNode ids = call.parameters().getJson("message_ids");
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
			Stream.ofNullable(ids).flatMap(JsonNode::valueStream).forEach((id) -> {
				ObjectNode message = chat.transcript.find(id.asLong(0));
				if (message != null && canDelete(world, chat, message)) {
					world.delete(chat, id.asLong(0));
				}
			});
			return Reply.isTrue();
		});
	}

	static Reply deleteReactions(CallValues call, boolean all) {
		long user = call.parameters().getLong("user_id");
		return call.bot().inWorld((world) -> {
			Chat chat = world.chat(call.parameters(), ChatAccess.WRITE);
			if (all) {
				chat.reactions.forgetUser(user);
				return Reply.isTrue();
			}
			long id = call.parameters().getLong("message_id");
			if (chat.transcript.find(id) == null) {
				throw ApiError.badRequest("message to delete reactions not found");
			}
			chat.reactions.set(id, user, Json.array());
			world.messages.showReactions(chat, id);
			return Reply.isTrue();
		});
	}

	private static boolean canDelete(World world, Chat chat, ObjectNode message) {
		if (MemberStatus.can(chat.members.bot(), "can_delete_messages")) {
			return true;
		}
		boolean own = message.path("from").path("id").asLong(0) == world.botId();
		boolean young = message.path("date").asLong(0) > world.now() - MAX_AGE;
		return young && (own || chat.type() == ChatType.PRIVATE);
	}

}
