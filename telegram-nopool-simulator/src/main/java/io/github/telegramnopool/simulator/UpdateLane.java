// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.JsonNode;

/**
 * Says which updates reach a webhook one after the other: those of one chat, or of one
 * user's queries ({@code webhook_queue_id} of {@code Client::add_update}).
 */
final class UpdateLane {

	private UpdateLane() {
	}

	/**
	 * The lane of an update, or 0 if it has one of its own.
	 */
	static long of(String kind, JsonNode value) {
		return switch (kind) {
			case "message", "edited_message", "channel_post", "edited_channel_post" -> lane(0, value, "chat");
			case "inline_query" -> lane(1, value, "from");
			case "chosen_inline_result" -> lane(2, value, "from");
			case "callback_query" -> lane(3, value, "from");
			case "shipping_query", "pre_checkout_query" -> lane(4, value, "from");
			case "my_chat_member" -> lane(5, value, "chat");
			case "chat_member" -> lane(6, value.path("new_chat_member"), "user");
			case "chat_join_request" -> lane(6, value, "from");
			case "chat_boost", "removed_chat_boost" -> lane(7, value, "chat");
			case "message_reaction" -> lane(8, value, "chat");
			case "message_reaction_count" -> lane(9, value, "chat");
			case "business_connection" -> lane(10, value, "user");
			case "business_message", "edited_business_message", "deleted_business_messages" -> lane(11, value, "chat");
			case "guest_message" -> lane(12, value, "chat");
			case "purchased_paid_media" -> lane(12, value, "from");
			case "managed_bot" -> lane(13, value, "user");
			case "poll" -> value.path("id").asLong(0);
			case "poll_answer" -> value.path("poll_id").asLong(0);
			default -> 0;
		};
	}

	private static long lane(int group, JsonNode value, String whose) {
		long id = value.path(whose).path("id").asLong(0);
		return (id != 0) ? id + ((long) group << 33) : 0;
	}

}
