package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
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

	private final Clock clock;

	private final TranscriptListener listener;

	private final UpdateFeed feed;

	private final Chats chats = new Chats();

	private final FileStore files;

	private ArrayNode commands = Json.array();

	private final PollCount polls = new PollCount();

	SimulatedBot(long id, boolean test, Clock clock, TranscriptListener listener, FileStore files,
			Function<SimulatedBot, UpdateFeed> feed) {
		this.id = id;
		this.test = test;
		this.clock = clock;
		this.listener = listener;
		this.files = files;
		this.feed = feed.apply(this);
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
		return "sim" + this.id + "_bot";
	}

	/**
	 * Queue an update. A {@code message} also enters the transcript of its chat.
	 * @param update the update as JSON, without {@code update_id}
	 * @return its {@code update_id}, or 0 if Telegram would not have created it because
	 * {@code allowed_updates} leaves its kind out
	 * @throws IllegalArgumentException if it is no object with exactly one field
	 */
	public long push(String update) {
		try {
			return push(Json.parseObject(update));
		}
		catch (ApiError ex) {
			throw new IllegalArgumentException(ex.getMessage());
		}
	}

	synchronized int push(ObjectNode update) {
		if (update.size() != 1 || update.has("update_id")) {
			throw ApiError.badRequest("an update has exactly one field, named after its kind, and no update_id; got "
					+ update.propertyNames());
		}
		String kind = update.propertyNames().iterator().next();
		JsonNode value = update.get(kind);
		if (kind.equals("message") && value instanceof ObjectNode message
				&& message.path("chat").path("id").canConvertToLong()) {
			say(message.path("chat").path("id").asLong(), message);
		}
		return this.feed.add(kind, value);
	}

	/**
	 * Let a user write in a chat. The message enters the transcript and, unless
	 * {@code allowed_updates} leaves messages out, the bot's queue.
	 * @param chatId the chat; in a private chat, a positive number, also the user
	 * @param text the text, to which entities are added as Telegram does
	 * @return the {@code update_id}, or 0 if no update was made of it
	 */
	public long write(long chatId, String text) {
		return write(chatId, text, null).updateId();
	}

	synchronized WrittenMessage write(long chatId, String text, @Nullable ObjectNode from) {
		String trimmed = text.strip();
		if (trimmed.isEmpty()) {
			throw ApiError.badRequest("message text is empty");
		}
		Chat chat = this.chats.get(chatId);
		ObjectNode user = chat.defaultUser();
		if (from != null) {
			user.setAll(from);
		}
		ObjectNode message = TextContent.add(chat.newMessage(user, now()), trimmed);
		say(chatId, message);
		return new WrittenMessage(this.feed.add("message", message), message);
	}

	/**
	 * The latest 10,000 messages of a chat, by both sides.
	 * @param chatId the chat
	 * @return Telegram's {@code Message} objects in the order in which they were said;
	 * {@code from.is_bot} tells the sides apart
	 */
	public synchronized List<JsonNode> transcript(long chatId) {
		Chat chat = this.chats.peek(chatId);
		return (chat != null) ? chat.messages() : List.of();
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
		return this.feed.poll(parameters);
	}

	UpdateFeed feed() {
		return this.feed;
	}

	/**
	 * Let the bot write: make the message in the chat that is asked for, and keep it.
	 */
	synchronized ObjectNode say(String chatId, Function<Chat, ObjectNode> message) {
		Chat chat = this.chats.resolve(chatId);
		ObjectNode said = message.apply(chat);
		say(chat.info().path("id").asLong(), said);
		return said;
	}

	synchronized <T extends @Nullable Object> T inChat(String chatId, Function<Chat, T> action) {
		return action.apply(this.chats.resolve(chatId));
	}

	FileStore files() {
		return this.files;
	}

	ObjectNode self() {
		return Json.object()
			.put("id", this.id)
			.put("is_bot", true)
			.put("first_name", "Simulated bot " + this.id)
			.put("username", username());
	}

	synchronized ArrayNode commands() {
		return this.commands.deepCopy();
	}

	synchronized void commands(ArrayNode commands) {
		this.commands = commands.deepCopy();
	}

	synchronized ArrayNode chats() {
		return this.chats.toJson();
	}

	synchronized ObjectNode toJson() {
		ObjectNode json = Json.object()
			.put("id", this.id)
			.put("username", username())
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

	long now() {
		return this.clock.instant().getEpochSecond();
	}

	private void say(long chatId, ObjectNode message) {
		this.chats.get(chatId).record(message);
		this.listener.said(this, chatId, message);
	}

	/**
	 * What a user wrote.
	 *
	 * @param updateId the update made of it, or 0
	 * @param message the message
	 */
	record WrittenMessage(int updateId, ObjectNode message) {

	}

}
