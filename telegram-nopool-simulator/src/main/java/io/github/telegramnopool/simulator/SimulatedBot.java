package io.github.telegramnopool.simulator;

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

	private final UpdateQueue queue;

	private final AllowedUpdates allowed = new AllowedUpdates();

	private final WebhookSetting webhook = new WebhookSetting();

	private final Chats chats = new Chats();

	private final FileStore files = new FileStore();

	private final ConflictAnswers conflicts;

	private final UpdatePolling polling;

	private ArrayNode commands = Json.array();

	private final PollCount polls = new PollCount();

	SimulatedBot(long id, boolean test, int firstUpdateId, Clock clock, Timer timer, TranscriptListener listener) {
		this.id = id;
		this.test = test;
		this.clock = clock;
		this.listener = listener;
		this.queue = new UpdateQueue(firstUpdateId);
		this.conflicts = new ConflictAnswers(timer);
		this.polling = new UpdatePolling(this, this.queue, this.conflicts, timer, clock);
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
		return enqueue(kind, value);
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
		ObjectNode message = withText(chat.newMessage(user, now()), trimmed);
		say(chatId, message);
		return new WrittenMessage(enqueue("message", message), message);
	}

	/**
	 * Everything that was said in a chat, by both sides.
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
		return store(name, "application/octet-stream", content.clone()).id();
	}

	/**
	 * Number of updates that wait to be confirmed.
	 * @return the number, those included that were served but not confirmed
	 */
	public synchronized int pending() {
		return this.queue.size();
	}

	/**
	 * The last update that was put into an answer.
	 * @return its id, or 0 before the first
	 */
	public synchronized long served() {
		return this.queue.served();
	}

	/**
	 * The last update that the bot has confirmed by an offset behind it.
	 * @return its id, or 0 before the first
	 */
	public synchronized long confirmed() {
		return this.queue.confirmed();
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
		this.queue.restartAt(nextId);
	}

	synchronized CompletableFuture<Reply> poll(Parameters parameters) {
		if (this.webhook.isSet()) {
			CompletableFuture<Reply> query = new CompletableFuture<>();
			this.conflicts.fail(query, "can't use getUpdates method while webhook is active; "
					+ "use deleteWebhook to delete the webhook first");
			return query;
		}
		this.allowed.update(parameters);
		return this.polling.poll(parameters.getInteger("offset", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
				parameters.getInteger("limit", 100, 1, 100),
				parameters.getInteger("timeout", 0, 0, UpdatePolling.MAX_TIMEOUT));
	}

	synchronized String setWebhook(String url, Parameters parameters) {
		String description = this.webhook.set(url, parameters.getInteger("max_connections", 40, 1, 100));
		this.allowed.update(parameters);
		if (parameters.getBoolean("drop_pending_updates")) {
			this.queue.clear();
		}
		if (this.webhook.isSet()) {
			this.polling.abort("terminated by setWebhook request");
		}
		return description;
	}

	synchronized ObjectNode webhookInfo() {
		return this.webhook.toJson(this.queue.size(), this.allowed);
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

	synchronized <T> T inChat(String chatId, Function<Chat, T> action) {
		return action.apply(this.chats.resolve(chatId));
	}

	synchronized StoredFile store(String name, String contentType, byte[] content) {
		return this.files.add(name, contentType, content);
	}

	synchronized @Nullable StoredFile file(String id) {
		return this.files.find(id);
	}

	synchronized @Nullable StoredFile fileAt(String path) {
		return this.files.findByPath(path);
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
			.put("pending", this.queue.size())
			.put("served", this.queue.served())
			.put("confirmed", this.queue.confirmed());
		return this.test ? json.put("test", true) : json;
	}

	synchronized void drop() {
		this.polling.drop();
	}

	PollCount polls() {
		return this.polls;
	}

	long now() {
		return this.clock.instant().getEpochSecond();
	}

	static ObjectNode withText(ObjectNode message, String text) {
		message.put("text", text);
		ArrayNode entities = EntityScanner.scan(text);
		if (!entities.isEmpty()) {
			message.set("entities", entities);
		}
		return message;
	}

	private void say(long chatId, ObjectNode message) {
		this.chats.get(chatId).record(message);
		this.listener.said(this, chatId, message);
	}

	private int enqueue(String kind, JsonNode value) {
		if (!this.allowed.allows(kind)) {
			return 0;
		}
		int id = this.queue.add(kind, Json.write(value), this.clock.millis() + UpdateLifetime.of(kind).toMillis());
		this.polling.updateArrived();
		return id;
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
