package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The updates of one bot on their way out: which kinds it wants, what waits, and whether
 * it polls or has a webhook. Guarded by its bot.
 */
final class UpdateFeed {

	private final AllowedUpdates allowed = new AllowedUpdates();

	private final WebhookSetting webhook = new WebhookSetting();

	private final long bot;

	private final Clock clock;

	private final HistoryListener history;

	private final UpdateQueue queue;

	private final ConflictAnswers conflicts;

	private final UpdatePolling polling;

	UpdateFeed(Object guard, long bot, int firstUpdateId, Clock clock, Timer timer, HistoryListener history) {
		this.bot = bot;
		this.clock = clock;
		this.history = history;
		this.queue = new UpdateQueue(firstUpdateId, bot, history);
		this.conflicts = new ConflictAnswers(timer);
		this.polling = new UpdatePolling(guard, this.queue, this.conflicts, timer, clock);
	}

	UpdateQueue queue() {
		return this.queue;
	}

	/**
	 * Queue an update.
	 * @return its id, or 0 if the bot does not want its kind
	 */
	int add(String kind, JsonNode value) {
		if (!this.allowed.allows(kind)) {
			return 0;
		}
		int id = this.queue.add(kind, Json.write(value), this.clock.millis() + UpdateLifetime.of(kind).toMillis());
		if (id != 0) {
			this.history.happened(new HistoryEvent.Pushed(this.bot, id, kind, value.path("chat").path("id").asLong(0)));
		}
		this.polling.updateArrived();
		return id;
	}

	CompletableFuture<Reply> poll(Parameters parameters) {
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

	/**
	 * Set or delete the webhook.
	 * @return what the answer says about it
	 */
	String setWebhook(String url, Parameters parameters) {
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

	ObjectNode webhookInfo() {
		return this.webhook.toJson(this.queue.size(), this.allowed);
	}

	void drop() {
		this.polling.drop();
	}

}
