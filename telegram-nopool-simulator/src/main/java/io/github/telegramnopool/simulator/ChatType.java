// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;

/**
 * The kinds of chat, by the names that the Bot API has for them.
 */
enum ChatType {

	PRIVATE, GROUP, SUPERGROUP, CHANNEL;

	private static final long SUPERGROUPS_FROM = -1_000_000_000_000L;

	/**
	 * What a chat is of which no more than the number is known.
	 */
	static ChatType of(long id) {
		if (id > 0) {
			return PRIVATE;
		}
		return (id <= SUPERGROUPS_FROM) ? SUPERGROUP : GROUP;
	}

	static ChatType of(String name, long id) {
		for (ChatType type : values()) {
			if (type.json().equals(name)) {
				return type;
			}
		}
		return of(id);
	}

	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isGroup() {
		return this == GROUP || this == SUPERGROUP;
	}

	/**
	 * Name of the update that a new message makes.
	 */
	String messageUpdate() {
		return (this == CHANNEL) ? "channel_post" : "message";
	}

	String editUpdate() {
		return "edited_" + messageUpdate();
	}

}
