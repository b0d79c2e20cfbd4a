// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.InputStream;
import java.net.URLConnection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What users do with messages. Guarded by the bot.
 */
final class UserMessages {

	private final World world;

	UserMessages(World world) {
		this.world = world;
	}

	/**
	 * Let somebody write.
	 * @param replyTo the message that is answered, or 0
	 */
	WrittenMessage write(Chat chat, ObjectNode from, String text, long replyTo) {
		String trimmed = text.strip();
		if (trimmed.isEmpty()) {
			throw ApiError.badRequest("message text is empty");
		}
		ObjectNode message = begin(chat, from, replyTo);
		FormattedText.plain(trimmed).addTo(message, "text", "entities");
		return end(chat, message);
	}

	/**
	 * Let somebody send a photo or a document.
	 */
	WrittenMessage send(Chat chat, ObjectNode from, MediaKind kind, String name, InputStream content, String caption,
			long replyTo) {
		ObjectNode message = begin(chat, from, replyTo);
		String type = Objects.requireNonNullElse(URLConnection.guessContentTypeFromName(name),
				"application/octet-stream");
		StoredFile file = this.world.files.add(kind.folder(), name, type, content);
		if (kind == MediaKind.PHOTO) {
			message.set("photo", Json.array().add(ImageSize.of(file).addTo(file.toJson())));
		}
		else {
			message.set("document", file.toJson().put("file_name", name).put("mime_type", type));
		}
		if (!caption.isBlank()) {
			FormattedText.plain(caption.strip()).addTo(message, "caption", "caption_entities");
		}
		return end(chat, message);
	}

	/**
	 * Let the writer of a message change its text or, where it has none, its caption.
	 */
	int edit(Chat chat, long messageId, String text) {
		ObjectNode message = find(chat, messageId);
		boolean hasText = message.has("text");
		message.remove(List.of("entities", "caption_entities"));
		FormattedText.plain(text.strip())
			.addTo(message, hasText ? "text" : "caption", hasText ? "entities" : "caption_entities");
		message.put("edit_date", this.world.now());
		this.world.edit(chat, message);
		return Privacy.shows(this.world, chat, message) ? this.world.update(chat.type().editUpdate(), message) : 0;
	}

	/**
	 * Take a message away. No bot is told of it.
	 */
	void delete(Chat chat, long messageId) {
		find(chat, messageId);
		this.world.delete(chat, messageId);
	}

	void pin(Chat chat, ObjectNode from, long messageId) {
		pinned(chat, chat.newMessage(from, this.world.now()), messageId);
	}

	/**
	 * Pin a message, by a message that says so.
	 */
	void pinned(Chat chat, ObjectNode service, long messageId) {
		ObjectNode message = find(chat, messageId);
		chat.pinned.remove(messageId);
		chat.pinned.addFirst(messageId);
		service.set("pinned_message", message.without("reply_to_message"));
		this.world.sayToBot(chat, service);
	}

	/**
	 * Let somebody react to a message. A bot hears of it in private chats, and where it
	 * is an administrator; of channels, where nobody is named, only how often.
	 */
	int react(Chat chat, ObjectNode from, long messageId, ArrayNode reactions) {
		find(chat, messageId);
		long user = from.path("id").asLong();
		ObjectNode update = Json.object();
		update.set("chat", chat.info());
		update.put("message_id", messageId).put("date", this.world.now());
		ArrayNode old = chat.reactions.of(messageId, user);
		chat.reactions.set(messageId, user, reactions);
		showReactions(chat, messageId);
		if (chat.type() != ChatType.PRIVATE && !MemberStatus.isAdmin(chat.members.bot())) {
			return 0;
		}
		if (chat.type() == ChatType.CHANNEL) {
			update.set("reactions", chat.reactions.counts(messageId));
			return this.world.update("message_reaction_count", update);
		}
		update.set("user", from);
		update.set("old_reaction", old);
		update.set("new_reaction", reactions);
		return this.world.update("message_reaction", update);
	}

	void showReactions(Chat chat, long messageId) {
		ObjectNode detail = Json.object().put("message_id", messageId);
		detail.set("reactions", chat.reactions.counts(messageId));
		this.world.tell("reactions", chat, detail);
	}

	/**
	 * A copy of a message, which must be there.
	 */
	static ObjectNode find(Chat chat, long messageId) {
		@Nullable ObjectNode message = chat.transcript.find(messageId);
		if (message == null) {
			throw ApiError.badRequest("the chat " + chat.id + " has no message " + messageId);
		}
		return message;
	}

	private ObjectNode begin(Chat chat, ObjectNode from, long replyTo) {
		long user = from.path("id").asLong();
		if (chat.migratedTo != 0) {
			throw ApiError.badRequest("the group is now the supergroup " + chat.migratedTo + "; write there");
		}
		if (chat.type() == ChatType.PRIVATE && MemberStatus.is(chat.members.bot(), "kicked")) {
			throw ApiError.badRequest("user " + user + " has blocked the bot; unblock it to write");
		}
		if (chat.type().isGroup() && !chat.members.may(user, "can_send_messages")) {
			throw ApiError.badRequest("user " + user + " may not write in the chat " + chat.id
					+ ": let them join, or give them their rights back");
		}
		chat.members.seen(user);
		ObjectNode message = chat.newMessage(from, this.world.now());
		if (replyTo != 0) {
			JsonNode replied = find(chat, replyTo).without("reply_to_message");
			message.set("reply_to_message", replied);
		}
		return message;
	}

	private WrittenMessage end(Chat chat, ObjectNode message) {
		return new WrittenMessage(this.world.sayToBot(chat, message), message);
	}

}
