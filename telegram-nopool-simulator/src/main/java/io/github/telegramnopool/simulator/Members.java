// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who is in a chat, and as what. In a chat that was only spoken of everybody is a member,
 * and the bot may do everything. Guarded by the bot.
 */
final class Members {

	private final Map<Long, ObjectNode> statuses = new LinkedHashMap<>();

	private final boolean open;

	private final long bot;

	private ObjectNode permissions = MemberStatus.permissions(Json.object(), true);

	/**
	 * Create a list.
	 * @param open whether everybody is in the chat who is not known to be outside
	 */
	Members(ChatType type, boolean open, long bot) {
		this.open = open;
		this.bot = bot;
		becomes(type);
	}

	/**
	 * Give the bot all rights that there are in such a chat, if everybody is in it.
	 */
	void becomes(ChatType type) {
		if (this.open) {
			this.statuses.put(this.bot,
					(type == ChatType.PRIVATE) ? MemberStatus.member() : MemberStatus.administratorWithAllRights(type));
		}
	}

	ObjectNode get(long user) {
		ObjectNode status = this.statuses.get(user);
		if (status != null) {
			return status.deepCopy();
		}
		return this.open ? MemberStatus.member() : MemberStatus.left();
	}

	boolean isKnown(long user) {
		return this.statuses.containsKey(user);
	}

	ObjectNode bot() {
		return get(this.bot);
	}

	boolean mayBot(String permission) {
		return may(this.bot, permission);
	}

	boolean hasBot() {
		return MemberStatus.isInside(bot());
	}

	void set(long user, ObjectNode status) {
		this.statuses.put(user, status.deepCopy());
	}

	/**
	 * Remember that somebody was seen in a chat where everybody may be.
	 */
	void seen(long user) {
		if (this.open && !this.statuses.containsKey(user)) {
			this.statuses.put(user, MemberStatus.member());
		}
	}

	void addAll(Members others) {
		others.statuses.forEach(this::set);
	}

	int count() {
		return (int) this.statuses.values().stream().filter(MemberStatus::isInside).count();
	}

	List<Long> inside() {
		return this.statuses.keySet().stream().filter((user) -> MemberStatus.isInside(get(user))).toList();
	}

	List<Long> admins() {
		return this.statuses.keySet().stream().filter((user) -> MemberStatus.isAdmin(get(user))).toList();
	}

	/**
	 * What those may who are no administrators.
	 */
	ObjectNode permissions() {
		return this.permissions.deepCopy();
	}

	void permissions(ObjectNode permissions) {
		this.permissions = permissions;
	}

	/**
	 * Whether somebody may do what members may by default.
	 */
	boolean may(long user, String permission) {
		ObjectNode status = get(user);
		return MemberStatus.isAdmin(status)
				|| (MemberStatus.may(status, permission) && this.permissions.path(permission).asBoolean(true));
	}

}
