// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One bot of the simulator, seen from Telegram's side: what users write to it, what it
 * answered, and how far it has confirmed its updates.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class SimulatedBot {

	private final long id;

	private final boolean test;

	private final UpdateFeed feed;

	private final FileStore files;

	private final World world;

	private final PollCount polls = new PollCount();

	private final Lookout lookout = new Lookout(this);

	SimulatedBot(long id, boolean test, Clock clock, WorldListener listener, FileStore files,
			Function<SimulatedBot, UpdateFeed> feed) {
		this.id = id;
		this.test = test;
		this.files = files;
		this.feed = feed.apply(this);
		this.world = new World(this, this.feed, clock, files, listener);
	}

	/**
	 * Id of the bot, the number in front of its token's colon.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Whether this is the bot of the test environment.
	 * @return {@code true} behind {@code /test/}
	 */
	public boolean isTest() {
		return this.test;
	}

	/**
	 * Name by which users address the bot.
	 * @return the name without {@code @}
	 */
	public String username() {
		return this.world.profile.username();
	}

	/**
	 * Tell the chat page how long the phases of one of the bot's calls took, which only
	 * the bot knows. Nothing is kept.
	 * @param phases the phases in order, as {@code tcp}, with their durations
	 */
	public void tellPhases(Map<String, Duration> phases) {
		ObjectNode millis = Json.object();
		phases.forEach((phase, duration) -> millis.put(phase, duration.toNanos() / 1e6));
		inWorld((world) -> {
			world.tell("phases", World.holder("phases", millis));
			return world;
		});
	}

	/**
	 * A user, who can write to the bot, block it, and ask it by inline queries.
	 * @param userId a positive number
	 * @return the user
	 */
	public SimulatedUser user(long userId) {
		return new SimulatedUser(this, userId);
	}

	/**
	 * A chat by its number. One that nobody created is there as well: a positive number
	 * is a user's private chat; in a group, everybody is a member and the bot may do
	 * everything.
	 * @param chatId the number
	 * @return the chat
	 */
	public SimulatedChat chat(long chatId) {
		return new SimulatedChat(this, chatId);
	}

	/**
	 * Let a user create a group, with the bot as an ordinary member.
	 * @param title its title
	 * @param owner its owner
	 * @return the group
	 */
	public SimulatedChat newGroup(String title, SimulatedUser owner) {
		return create(ChatType.GROUP, title, owner);
	}

	/**
	 * Let a user create a supergroup, with the bot as an ordinary member.
	 * @param title its title
	 * @param owner its owner
	 * @return the supergroup
	 */
	public SimulatedChat newSupergroup(String title, SimulatedUser owner) {
		return create(ChatType.SUPERGROUP, title, owner);
	}

	/**
	 * Let a user create a channel, with the bot as an administrator.
	 * @param title its title
	 * @param owner its owner
	 * @return the channel
	 */
	public SimulatedChat newChannel(String title, SimulatedUser owner) {
		return create(ChatType.CHANNEL, title, owner);
	}

	/**
	 * Whether the bot sees all that is said in groups, as after BotFather's
	 * {@code /setprivacy}. At first it does not: where it is no administrator it sees
	 * commands, replies to it, messages that name it, and service messages.
	 * @param readsAll whether it sees all
	 */
	public synchronized void readsAllGroupMessages(boolean readsAll) {
		this.world.profile.readsAll(readsAll);
	}

	/**
	 * Queue an update, whatever the rules of the world are. A {@code message} or
	 * {@code channel_post} also enters the transcript of its chat, and a query can be
	 * answered.
	 * @param update the update as JSON, without {@code update_id}
	 * @return its {@code update_id}, or 0 if Telegram would not have created it because
	 * {@code allowed_updates} leaves its kind out
	 * @throws IllegalArgumentException if it is no object with exactly one field
	 */
	public long push(String update) {
		return act((world) -> PushedUpdate.push(world, Json.parseObject(update)));
	}

	/**
	 * Let a user write in a chat. The message enters the transcript and, unless
	 * {@code allowed_updates} leaves messages out, the bot's queue.
	 * @param chatId the chat; in a private chat, a positive number, also the user
	 * @param text the text, to which entities are added as Telegram does
	 * @return the {@code update_id}, or 0 if no update was made of it
	 */
	public synchronized long write(long chatId, String text) {
		try {
			Chat chat = this.world.chats.get(chatId);
			return this.world.messages.write(chat, this.world.users.get(chat.defaultUser()), text, 0).updateId();
		}
		finally {
			this.lookout.changed();
		}
	}

	/**
	 * The latest 10,000 messages of a chat, by both sides.
	 * @param chatId the chat
	 * @return Telegram's {@code Message} objects in the order in which they were said;
	 * {@code from.is_bot} tells the sides apart
	 */
	public synchronized List<JsonNode> transcript(long chatId) {
		Chat chat = this.world.chats.peek(chatId);
		return (chat != null) ? chat.transcript.toList() : List.of();
	}

	/**
	 * Put a file on the server, for the bot to download.
	 * @param name name of the file, whose extension its path keeps
	 * @param content the bytes
	 * @return the {@code file_id} for {@code getFile}
	 */
	public String addFile(String name, byte[] content) {
		return addFile(name, new ByteArrayInputStream(content));
	}

	/**
	 * Put a file on the server, for the bot to download. It is copied little by little.
	 * @param name name of the file, whose extension its path keeps
	 * @param content the bytes, read to their end
	 * @return the {@code file_id} for {@code getFile}
	 */
	public String addFile(String name, InputStream content) {
		return this.files.add(MediaKind.DOCUMENT.folder(), name, "application/octet-stream", content).id();
	}

	/**
	 * A file that was sent to the bot or that the bot uploaded.
	 * @param id the {@code file_id}
	 * @return the file, or {@code null} if there is none of the id
	 */
	public @Nullable StoredFile storedFile(String id) {
		return this.files.find(id);
	}

	/**
	 * All files that were sent to the bot or that the bot uploaded, also those for which
	 * Telegram gives no id, as a chat's photo.
	 * @return the files in the order in which they came
	 */
	public List<StoredFile> storedFiles() {
		return this.files.all();
	}

	/**
	 * Number of updates that wait to be confirmed.
	 * @return the number, those included that were served but not confirmed
	 */
	public synchronized int pending() {
		return this.feed.queue().size();
	}

	/**
	 * The last update that was put into an answer.
	 * @return its id, or 0 before the first
	 */
	public synchronized long served() {
		return this.feed.queue().served();
	}

	/**
	 * The last update that the bot has confirmed by an offset behind it.
	 * @return its id, or 0 before the first
	 */
	public synchronized long confirmed() {
		return this.feed.queue().confirmed();
	}

	/**
	 * Wait for something to happen, and no longer: the question is asked again whenever
	 * the bot, or somebody in its chats, has done something.
	 *
	 * <pre>{@code
	 * bot.await(bot::pending, (pending) -> pending == 0, Duration.ofSeconds(10));
	 * }</pre>
	 * @param <T> type of the answer
	 * @param question what to ask; it only looks at this bot, and while it does nothing
	 * happens
	 * @param enough whether to wait no longer
	 * @param patience how long to wait at most
	 * @return the last answer, whether or not it was enough
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public synchronized <T> T await(Supplier<? extends T> question, Predicate<? super T> enough, Duration patience)
			throws InterruptedException {
		return this.lookout.await(question, enough, patience);
	}

	/**
	 * The most {@code getUpdates} of this bot that were ever in flight together.
	 * @return the number; a poll counts until it is answered or its client is gone
	 */
	public int maxPolls() {
		return this.polls.max();
	}

	/**
	 * Go on with another update id, as Telegram does after a week without updates.
	 * @param nextId id of the next update, lower or higher than the last
	 * @throws IllegalStateException if updates wait to be confirmed
	 */
	public synchronized void restartUpdateIds(int nextId) {
		this.feed.queue().restartAt(nextId);
	}

	synchronized CompletableFuture<Reply> poll(Parameters parameters) {
		try {
			return this.feed.poll(parameters);
		}
		finally {
			this.lookout.changed();
		}
	}

	UpdateFeed feed() {
		return this.feed;
	}

	/**
	 * Do something in the bot's world, alone.
	 */
	synchronized <T extends @Nullable Object> T inWorld(Function<World, T> action) {
		try {
			return action.apply(this.world);
		}
		finally {
			this.lookout.changed();
		}
	}

	/**
	 * The same for a caller who knows nothing of the errors of the Bot API.
	 */
	<T extends @Nullable Object> T act(Function<World, T> action) {
		try {
			return inWorld(action);
		}
		catch (ApiError ex) {
			throw new IllegalArgumentException(ex.getMessage());
		}
	}

	FileStore files() {
		return this.files;
	}

	synchronized ObjectNode toJson() {
		ObjectNode json = Json.object()
			.put("id", this.id)
			.put("username", username())
			.put("name", this.world.profile.text("name", ""))
			.put("pending", this.feed.queue().size())
			.put("served", this.feed.queue().served())
			.put("confirmed", this.feed.queue().confirmed());
		return this.test ? json.put("test", true) : json;
	}

	synchronized void drop() {
		this.feed.drop();
	}

	PollCount polls() {
		return this.polls;
	}

	private SimulatedChat create(ChatType type, String title, SimulatedUser owner) {
		return chat(act((world) -> world.membership.create(type, title, world.users.get(owner.id())).id));
	}

}
