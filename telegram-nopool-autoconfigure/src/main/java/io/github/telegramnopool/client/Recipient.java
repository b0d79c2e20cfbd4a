// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * To whom a call sends messages, which is what Telegram counts.
 *
 * @param chat the chat's identifier or username
 * @param group whether it is a group or a channel
 * @param messages the number of messages
 */
record Recipient(String chat, boolean group, int messages) {

	/**
	 * Neither what is seen only while a bot is at work, nor forum topics and invite
	 * links.
	 */
	private static final Pattern SENDS = Pattern
		.compile("(?!sendChatAction$|\\w+Draft$)(send|forward|copy|editMessage|editEphemeralMessage)[A-Z]\\w*");

	private static final String[] LISTS = { "media", "message_ids" };

	/**
	 * Find out whom a call is for.
	 * @param request what is sent
	 * @return the recipient, or {@code null} if no message is sent to a chat
	 */
	static @Nullable Recipient of(Request request) {
		JsonSlice json = SENDS.matcher(request.method()).matches() ? JsonSlice.of(request.json()) : null;
		Map<String, JsonSlice> parameters = (json != null) ? json.properties() : null;
		JsonSlice chat = (parameters != null) ? parameters.get("chat_id") : null;
		if (parameters == null || chat == null || chat.is("null")) {
			return null;
		}
		String id = chat.text().replace("\"", "").toLowerCase(Locale.ROOT);
		return new Recipient(id, id.startsWith("-") || id.startsWith("@"), messages(parameters));
	}

	/**
	 * An album and a list of forwarded messages count as what is in them.
	 */
	private static int messages(Map<String, JsonSlice> parameters) {
		int messages = 1;
		for (String name : LISTS) {
			JsonSlice list = parameters.get(name);
			messages = Math.max(messages, (list != null) ? list.elements().size() : 0);
		}
		return messages;
	}

}
