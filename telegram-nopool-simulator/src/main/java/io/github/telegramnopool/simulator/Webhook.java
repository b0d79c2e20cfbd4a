// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The webhook of one bot: set, verified, called and removed. Guarded by its bot.
 */
final class Webhook implements WebhookDelivery.Outcome {

	private static final long PAUSE = Duration.ofSeconds(1).toNanos();

	private final SimulatedBot bot;

	private final Webhooks webhooks;

	private final UpdateQueue queue;

	private final AllowedUpdates allowed;

	private final ConflictAnswers conflicts;

	private WebhookSetting setting = WebhookSetting.NONE;

	/**
	 * Answers the {@code setWebhook} whose address is being looked up.
	 */
	private @Nullable CompletableFuture<Reply> pendingSet;

	private @Nullable InetAddress address;

	private @Nullable WebhookDelivery delivery;

	private @Nullable Long nextSetAt;

	private long lastErrorDate;

	private String lastError = "";

	Webhook(SimulatedBot bot, Webhooks webhooks, UpdateQueue queue, AllowedUpdates allowed, ConflictAnswers conflicts) {
		this.bot = bot;
		this.webhooks = webhooks;
		this.queue = queue;
		this.allowed = allowed;
		this.conflicts = conflicts;
	}

	boolean isSet() {
		return this.setting.isSet();
	}

	/**
	 * Set or, with an empty URL, delete the webhook
	 * ({@code Client::process_set_webhook_query}, {@code Client::do_set_webhook}).
	 * @param set run before a webhook is set
	 */
	CompletableFuture<Reply> set(String url, Parameters parameters, Runnable set) {
		if (!url.isEmpty() && isTooSoon()) {
			return CompletableFuture.completedFuture(DefaultAnswers.flood(1));
		}
		WebhookSetting wanted = WebhookSetting.of(url, parameters, this.webhooks.rules());
		boolean drop = parameters.getBoolean("drop_pending_updates");
		CompletableFuture<Reply> before = this.pendingSet;
		this.pendingSet = null;
		if (before != null) {
			this.conflicts.fail(before, "terminated by other setWebhook");
		}
		else if (wanted.isSame(this.setting) && !drop) {
			this.allowed.update(parameters);
			return said(url.isEmpty() ? "Webhook is already deleted" : "Webhook is already set");
		}
		if (!url.isEmpty()) {
			set.run();
		}
		boolean deleted = isSet();
		remove();
		if (drop) {
			this.queue.clear();
		}
		return url.isEmpty() ? said(deleted ? "Webhook was deleted" : "Webhook is already deleted")
				: begin(wanted, parameters);
	}

	/**
	 * There is something to deliver.
	 */
	void updateArrived() {
		if (this.delivery != null) {
			this.delivery.work();
		}
	}

	/**
	 * Go on where {@link #pause()} has stopped.
	 */
	void resume() {
		WebhookUrl url = WebhookUrl.parse(this.setting.text());
		InetAddress known = this.address;
		if (this.delivery == null && url != null && known != null) {
			WebhookDelivery opened = this.webhooks.deliver(this.bot, this.queue, this.setting, this);
			this.delivery = opened;
			opened.open(this.webhooks.client(url, this.setting, known, opened::connectionClosed));
		}
	}

	/**
	 * Deliver nothing more for now, as a server does whose bot is closed.
	 */
	void pause() {
		WebhookDelivery open = this.delivery;
		this.delivery = null;
		if (open != null) {
			open.close();
		}
	}

	/**
	 * Fail the {@code setWebhook} whose address is being looked up.
	 */
	void abandonSet(ApiError reason) {
		CompletableFuture<Reply> query = this.pendingSet;
		this.pendingSet = null;
		if (query != null) {
			remove();
			query.complete(reason.toReply());
		}
	}

	void remove() {
		pause();
		this.setting = WebhookSetting.NONE;
		this.address = null;
		this.lastErrorDate = 0;
		this.lastError = "";
	}

	/**
	 * What {@code JsonWebhookInfo} tells.
	 */
	ObjectNode toJson() {
		ObjectNode info = Json.object()
			.put("url", this.setting.text())
			.put("has_custom_certificate", this.setting.certificate() != null)
			.put("pending_update_count", this.queue.size());
		if (this.lastErrorDate > 0) {
			info.put("last_error_date", this.lastErrorDate).put("last_error_message", this.lastError);
		}
		if (isSet()) {
			info.put("max_connections", this.setting.maxConnections());
			String known = (this.address != null) ? this.address.getHostAddress() : this.setting.ipAddress();
			info.put("ip_address", known.isEmpty() ? "<unknown>" : known);
		}
		if (!this.allowed.isDefault()) {
			info.set("allowed_updates", this.allowed.toJson());
		}
		return info;
	}

	@Override
	public void taken(WebhookAnswer answer) {
		this.webhooks.execute(this.bot, answer);
	}

	@Override
	public void failed(String error) {
		this.lastErrorDate = this.webhooks.timer().clock().instant().getEpochSecond();
		this.lastError = error;
	}

	@Override
	public void gone() {
		remove();
	}

	private boolean isTooSoon() {
		long now = this.webhooks.timer().nanoTime();
		if (this.nextSetAt != null && now - this.nextSetAt < 0) {
			return true;
		}
		this.nextSetAt = now + PAUSE;
		return false;
	}

	private CompletableFuture<Reply> begin(WebhookSetting wanted, Parameters parameters) {
		WebhookUrl url = wanted.check(this.webhooks.rules());
		this.allowed.update(parameters);
		String problem = this.webhooks.rules().problem(url, wanted.ipAddress());
		problem = (problem != null) ? problem : WebhookClient.problem(wanted);
		if (problem != null) {
			throw bad(problem);
		}
		this.setting = wanted;
		if (!this.webhooks.rules().anyAddress()) {
			return said("Webhook was set");
		}
		CompletableFuture<Reply> query = new CompletableFuture<>();
		this.pendingSet = query;
		this.webhooks.lookUp(wanted.ipAddress().isEmpty() ? url.host() : wanted.ipAddress(),
				(found) -> verified(query, found));
		return query;
	}

	private void verified(CompletableFuture<Reply> query, @Nullable InetAddress found) {
		synchronized (this.bot) {
			if (this.pendingSet != query) {
				return;
			}
			this.pendingSet = null;
			if (found == null) {
				remove();
				query.complete(bad("Failed to resolve host: Name or service not known").toReply());
				return;
			}
			this.address = found;
			query.complete(Reply.ok(BooleanNode.TRUE, "Webhook was set"));
			resume();
		}
	}

	private static ApiError bad(String problem) {
		return ApiError.badRequest("bad webhook: " + problem);
	}

	private static CompletableFuture<Reply> said(String description) {
		return CompletableFuture.completedFuture(Reply.ok(BooleanNode.TRUE, description));
	}

}
