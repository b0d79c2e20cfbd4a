// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.PrematureCloseException;

/**
 * What a webhook answered to one update, or why it did not.
 *
 * @param status the status, or 0 if none came
 * @param retryAfter the seconds that the answer asks to wait, or 0
 * @param contentType type of the body, or empty
 * @param body the body, without any content encoding
 * @param error what {@code getWebhookInfo} says about it, or {@code null} for nothing
 */
record WebhookAnswer(int status, int retryAfter, String contentType, byte[] body, @Nullable String error) {

	static WebhookAnswer none(@Nullable String error) {
		return new WebhookAnswer(0, 0, "", new byte[0], error);
	}

	/**
	 * Say why no answer came. That the webhook closed its connection is not told
	 * ({@code WebhookActor::handle}).
	 */
	static WebhookAnswer none(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String words = words(cause);
			if (words != null) {
				return none(words);
			}
		}
		boolean ended = failure instanceof PrematureCloseException;
		return none(ended ? null : "Connection failed: " + failure.getMessage());
	}

	boolean isOk() {
		return this.status >= 200 && this.status <= 299;
	}

	private static @Nullable String words(Throwable cause) {
		if (cause instanceof ConnectTimeoutException) {
			return "Connection timed out";
		}
		if (cause instanceof ConnectException) {
			return "Connection refused";
		}
		if (cause instanceof UnknownHostException) {
			return "Failed to resolve host: Name or service not known";
		}
		if (cause instanceof CertificateException) {
			return "SSL error {error:0A000086:SSL routines::certificate verify failed}";
		}
		if (cause instanceof SSLException && cause.getCause() == null) {
			return "SSL error {" + cause.getMessage() + "}";
		}
		boolean reset = cause instanceof IOException && String.valueOf(cause.getMessage()).contains("reset");
		return reset ? "Connection reset by peer" : null;
	}

}
