package io.github.telegramnopool.simulator;

import java.net.URI;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/**
 * The webhook of one bot: kept so that polling is refused while it is set, never called.
 * Guarded by its bot.
 */
final class WebhookSetting {

	private String url = "";

	private int maxConnections;

	boolean isSet() {
		return !this.url.isEmpty();
	}

	/**
	 * Set or, with an empty URL, delete the webhook
	 * ({@code Client::process_set_webhook_query}).
	 * @return what the answer says about it
	 */
	String set(String url, int maxConnections) {
		String checked = check(url);
		boolean same = this.url.equals(checked);
		this.url = checked;
		this.maxConnections = maxConnections;
		return "Webhook " + (same ? "is already " : "was ") + (checked.isEmpty() ? "deleted" : "set");
	}

	/**
	 * What {@code JsonWebhookInfo} tells.
	 */
	ObjectNode toJson(int pending, AllowedUpdates allowed) {
		ObjectNode info = Json.object()
			.put("url", this.url)
			.put("has_custom_certificate", false)
			.put("pending_update_count", pending);
		if (isSet()) {
			info.put("max_connections", this.maxConnections);
		}
		if (!allowed.isDefault()) {
			info.set("allowed_updates", allowed.toJson());
		}
		return info;
	}

	private static String check(String url) {
		if (url.isEmpty()) {
			return url;
		}
		String full = url.contains("://") ? url : "https://" + url;
		if (!full.toLowerCase(Locale.ROOT).startsWith("https://")) {
			throw ApiError.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
		}
		try {
			if (URI.create(full).getHost() != null) {
				return full;
			}
		}
		catch (IllegalArgumentException ex) {
			// Falls through to the same answer as a URL without a host
		}
		throw ApiError.badRequest("invalid webhook URL specified");
	}

}
