// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot has to do with: users, chats, and what is going on in them. Each bot has a
 * world of its own. Everything in it is guarded by the bot.
 */
final class World {

	final Users users = new Users();

	final Chats chats;

	final BotProfile profile;

	final UserMessages messages = new UserMessages(this);

	final Membership membership = new Membership(this);

	final ButtonPresses presses = new ButtonPresses(this);

	final InlineQueries inline = new InlineQueries(this);

	final Polls polls = new Polls(this);

	final FileStore files;

	private final SimulatedBot bot;

	private final UpdateFeed feed;

	private final Clock clock;

	private final WorldListener listener;

	World(SimulatedBot bot, UpdateFeed feed, Clock clock, FileStore files, WorldListener listener) {
		this.bot = bot;
		this.feed = feed;
		this.clock = clock;
		this.files = files;
		this.listener = listener;
		this.profile = new BotProfile(bot.id());
		this.chats = new Chats(this.users, bot.id());
	}

	long now() {
		return this.clock.instant().getEpochSecond();
	}

	long millis() {
		return this.clock.millis();
	}

	long botId() {
		return this.bot.id();
	}

	/**
	 * A user, or the bot.
	 */
	ObjectNode user(long id) {
		return (id == botId()) ? this.profile.user() : this.users.get(id);
	}

	/**
	 * The chat that a call names.
	 */
	Chat chat(Parameters parameters, ChatAccess access) {
		Chat chat = this.chats.resolve(parameters.get("chat_id"));
		access.check(chat);
		return chat;
	}

	/**
	 * Keep what was said in a chat, and show it.
	 * @param message belongs to the chat from now on
	 */
	void say(Chat chat, ObjectNode message) {
		chat.transcript.add(message);
		tell("message", chat, holder("message", message));
	}

	/**
	 * Keep what a user said, or what happened, and let the bot know if it is to.
	 * @return the {@code update_id}, or 0
	 */
	int sayToBot(Chat chat, ObjectNode message) {
		say(chat, message);
		return Privacy.shows(this, chat, message) ? update(chat.type().messageUpdate(), message) : 0;
	}

	/**
	 * Keep and show a changed message.
	 */
	void edit(Chat chat, ObjectNode message) {
		chat.transcript.replace(message);
		tell("edited", chat, holder("message", message));
	}

	/**
	 * Take messages away.
	 * @return whether one was there
	 */
	boolean delete(Chat chat, long messageId) {
		boolean deleted = chat.transcript.remove(messageId);
		if (deleted) {
			chat.reactions.forget(messageId);
			chat.pinned.remove(messageId);
			tell("deleted", chat, Json.object().put("message_id", messageId));
		}
		return deleted;
	}

	/**
	 * Queue an update.
	 * @return its id, or 0 if the bot does not want its kind
	 */
	int update(String kind, JsonNode value) {
		return this.feed.add(kind, value);
	}

	void tell(String event, Chat chat, ObjectNode detail) {
		this.listener.happened(this.bot, event, chat.id, detail);
	}

	/**
	 * Tell what does not happen in a chat.
	 */
	void tell(String event, ObjectNode detail) {
		this.listener.happened(this.bot, event, 0, detail);
	}

	static ObjectNode holder(String name, JsonNode value) {
		ObjectNode holder = Json.object();
		holder.set(name, value);
		return holder;
	}

}
