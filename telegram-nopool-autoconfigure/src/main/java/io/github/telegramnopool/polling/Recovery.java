// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.net.URI;
import java.time.Duration;

import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.TelegramException;
import org.jspecify.annotations.Nullable;

/**
 * What follows a failed request: to find out what is the matter, to say so, and to decide
 * when to try again.
 */
final class Recovery {

	private final PollRequests requests;

	private final StatusBoard status;

	private final Backoff backoff;

	private final IdleCuts cuts = new IdleCuts();

	private boolean cutsTold;

	Recovery(PollRequests requests, StatusBoard status, Backoff backoff) {
		this.requests = requests;
		this.status = status;
		this.backoff = backoff;
	}

	void succeeded(Duration lasted) {
		this.backoff.reset();
		this.cuts.answered(lasted);
		this.status.succeeded();
	}

	/**
	 * Deal with a failure.
	 * @param failure what happened
	 * @param lasted how long the request took
	 * @return how long to pause, or {@code null} to give up
	 */
	@Nullable Duration after(Throwable failure, Duration lasted) throws InterruptedException {
		if (failure instanceof OutcomeUnknownException unknown && unknown.isCutOff()) {
			boolean first = this.cuts.cut(lasted);
			tellOfCuts();
			if (first) {
				return Duration.ZERO;
			}
		}
		FailureKind kind = FailureKind.of(failure);
		if (kind == FailureKind.CONFLICT) {
			String webhook = webhook();
			kind = webhook.isEmpty() ? FailureKind.CONFLICT : FailureKind.WEBHOOK;
			this.status.failed(kind, webhook.isEmpty() ? rival(failure) : webhook(webhook), failure);
		}
		else {
			this.status.failed(kind, reason(failure), failure);
		}
		Duration pause = this.backoff.after(kind, failure);
		if (this.backoff.isTokenRefusedForGood()) {
			this.backoff.reset();
			this.status.gaveUp("Telegram does not accept the token (" + failure.getMessage()
					+ "). Check telegram.token, then resume the poller or restart the application");
			return null;
		}
		return pause;
	}

	private void tellOfCuts() {
		Duration time = this.cuts.time();
		if (time != null && !this.cutsTold) {
			this.cutsTold = this.status
				.hint(("something on the way cuts connections that have been idle for about %d s."
						+ " Set telegram.polling.timeout below that")
					.formatted(time.toSeconds()));
		}
	}

	/**
	 * Ask for the webhook, which disturbs nobody. A poll would end that of the other
	 * instance.
	 */
	private String webhook() throws InterruptedException {
		try {
			return this.requests.webhook();
		}
		catch (RuntimeException ex) {
			return "";
		}
	}

	private static String rival(Throwable failure) {
		return "another instance asks for the updates of this bot, and each of the two gets some of them. Stop it, or"
				+ " give it a bot of its own (" + failure.getMessage() + ")";
	}

	/**
	 * Its path may be a secret.
	 */
	private static String webhook(String url) {
		String host;
		try {
			host = URI.create(url).getHost();
		}
		catch (IllegalArgumentException ex) {
			host = null;
		}
		return "a webhook is set, so Telegram sends the updates to %s. Remove it, or set telegram.polling.delete-webhook=true"
			.formatted((host != null) ? host : "another place");
	}

	private static String reason(Throwable failure) {
		return (failure instanceof TelegramException) ? String.valueOf(failure.getMessage()) : failure.toString();
	}

}
