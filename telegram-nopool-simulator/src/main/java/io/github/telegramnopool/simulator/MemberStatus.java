// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody is in a chat: the Bot API's {@code ChatMember} without the user.
 */
final class MemberStatus {

	private static final List<String> RIGHTS = List.of("can_manage_chat", "can_delete_messages",
			"can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
			"can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
			"can_send_welcome_messages");

	private static final List<String> GROUP_RIGHTS = List.of("can_pin_messages", "can_manage_topics",
			"can_manage_tags");

	private static final List<String> CHANNEL_RIGHTS = List.of("can_post_messages", "can_edit_messages",
			"can_manage_direct_messages");

	private static final List<String> PERMISSIONS = List.of("can_send_messages", "can_send_audios",
			"can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
			"can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
			"can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics");

	private static final Set<String> INSIDE = Set.of("creator", "administrator", "member");

	private static final Set<String> ADMINS = Set.of("creator", "administrator");

	private MemberStatus() {
	}

	static ObjectNode creator() {
		return of("creator").put("is_anonymous", false);
	}

	static ObjectNode member() {
		return of("member");
	}

	static ObjectNode left() {
		return of("left");
	}

	static ObjectNode kicked(long until) {
		return of("kicked").put("until_date", until);
	}

	/**
	 * An administrator with the rights that are {@code true} in what is given.
	 */
	static ObjectNode administrator(ChatType type, JsonNode given) {
		ObjectNode status = of("administrator").put("can_be_edited", false)
			.put("is_anonymous", given.path("is_anonymous").asBoolean(false));
		rights(type).forEach((right) -> status.put(right, given.path(right).asBoolean(false)));
		// Any other right implies it
		return isPromotion(status) ? status.put("can_manage_chat", true) : status;
	}

	static ObjectNode administratorWithAllRights(ChatType type) {
		ObjectNode all = Json.object();
		rights(type).forEach((right) -> all.put(right, true));
		return administrator(type, all);
	}

	/**
	 * Somebody who may no more than the permissions say.
	 */
	static ObjectNode restricted(boolean inside, JsonNode permissions, long until) {
		ObjectNode status = of("restricted").put("is_member", inside).put("until_date", until);
		PERMISSIONS.forEach((name) -> status.put(name, permissions.path(name).asBoolean(false)));
		return status;
	}

	static ObjectNode permissions(JsonNode given, boolean otherwise) {
		ObjectNode permissions = Json.object();
		PERMISSIONS.forEach((name) -> permissions.put(name, given.path(name).asBoolean(otherwise)));
		return permissions;
	}

	static boolean isPromotion(JsonNode status) {
		return status.propertyStream()
			.anyMatch((right) -> right.getKey().startsWith("can_") && !right.getKey().equals("can_be_edited")
					&& right.getValue().asBoolean(false));
	}

	static boolean isUnrestricted(JsonNode status) {
		return PERMISSIONS.stream().allMatch((name) -> status.path(name).asBoolean(false));
	}

	static boolean is(JsonNode status, String name) {
		return status.path("status").asString("").equals(name);
	}

	static boolean isInside(JsonNode status) {
		return INSIDE.contains(status.path("status").asString("")) || status.path("is_member").asBoolean(false);
	}

	static boolean isAdmin(JsonNode status) {
		return ADMINS.contains(status.path("status").asString(""));
	}

	/**
	 * Whether an administrator has a right, which a creator always has.
	 */
	static boolean can(JsonNode status, String right) {
		return is(status, "creator") || (is(status, "administrator") && status.path(right).asBoolean(false));
	}

	/**
	 * Whether an ordinary right, as that to write, is not taken away.
	 */
	static boolean may(JsonNode status, String permission) {
		return isInside(status) && status.path(permission).asBoolean(true);
	}

	private static List<String> rights(ChatType type) {
		List<String> own = (type == ChatType.CHANNEL) ? CHANNEL_RIGHTS : GROUP_RIGHTS;
		return Stream.concat(RIGHTS.stream(), own.stream()).toList();
	}

	private static ObjectNode of(String status) {
		return Json.object().put("status", status);
	}

}
