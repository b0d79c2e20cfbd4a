// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;

/**
 * The updates of one bot on their way out: which kinds it wants, what waits, and whether
 * it polls or has a webhook. Guarded by its bot.
 */
final class UpdateFeed {

	/**
	 * What {@code Client::get_closing_error} says to those who come while a bot closes.
	 */
	private static final ApiError RESTART = new ApiError(500, "Internal Server Error: restart");

	private final AllowedUpdates allowed = new AllowedUpdates();

	private final SimulatedBot bot;

	private final SimulatorClock clock;

	private final HistoryListener history;

	private final UpdateQueue queue;

	private final ConflictAnswers conflicts;

	private final UpdatePolling polling;

	private final Webhook webhook;

	UpdateFeed(SimulatedBot bot, int firstUpdateId, Timer timer, Webhooks webhooks, HistoryListener history) {
		this.bot = bot;
		this.clock = timer.clock();
		this.history = history;
		this.queue = new UpdateQueue(firstUpdateId, bot.id(), this.clock, history);
		this.conflicts = new ConflictAnswers(timer);
		this.polling = new UpdatePolling(bot, this.queue, this.conflicts, timer);
		this.webhook = new Webhook(bot, webhooks, this.queue, this.allowed, this.conflicts);
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
		int id = this.queue.add(kind, value, this.clock.seconds() + UpdateLifetime.of(kind));
		if (id == 0) {
			return 0;
		}
		this.history
			.happened(new HistoryEvent.Pushed(this.bot.id(), id, kind, value.path("chat").path("id").asLong(0)));
		if (this.webhook.isSet()) {
			this.webhook.updateArrived();
		}
		else {
			this.polling.updateArrived();
		}
		return id;
	}

	/**
	 * Answer a poll ({@code Client::process_get_updates_query}).
	 */
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
	 * Set or, with an empty URL, delete the webhook.
	 */
	CompletableFuture<Reply> setWebhook(String url, Parameters parameters) {
		synchronized (this.bot) {
			return this.webhook.set(url, parameters, () -> this.polling.abort("terminated by setWebhook request"));
		}
	}

	Reply webhookInfo() {
		synchronized (this.bot) {
			return Reply.ok(this.webhook.toJson());
		}
	}

	/**
	 * Deliver to the webhook, if there is one and nobody does.
	 */
	void open() {
		synchronized (this.bot) {
			this.webhook.resume();
		}
	}

	/**
	 * Answer who waits, and deliver no more until the bot is spoken of again
	 * ({@code Client::on_closed}).
	 */
	void close() {
		close(RESTART);
	}

	/**
	 * Close, and forget updates, webhook and allowed kinds.
	 */
	void logOut() {
		synchronized (this.bot) {
			close(Sessions.LOGGED_OUT);
			this.queue.clear();
			this.webhook.remove();
			this.allowed.reset();
		}
	}

	/**
	 * Go down with the server: polls are not answered.
	 */
	void drop() {
		synchronized (this.bot) {
			this.polling.drop();
			close(RESTART);
		}
	}

	private void close(ApiError reason) {
		synchronized (this.bot) {
			this.polling.answerPending();
			this.webhook.abandonSet(reason);
			this.webhook.pause();
		}
	}

}
