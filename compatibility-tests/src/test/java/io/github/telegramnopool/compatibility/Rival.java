// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Another instance of a bot: polls, again and again, whatever it is answered.
 */
final class Rival implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpRequest request;

	private @Nullable CompletableFuture<HttpResponse<Void>> poll;

	private boolean closed;

	private Rival(HttpRequest request) {
		this.request = request;
	}

	static Rival poll(URI telegram, String token) {
		Rival rival = new Rival(
				HttpRequest.newBuilder(telegram.resolve("/bot" + token + "/getUpdates?timeout=30")).build());
		rival.poll();
		return rival;
	}

	private synchronized void poll() {
		if (!this.closed) {
			this.poll = this.client.sendAsync(this.request, BodyHandlers.discarding());
			this.poll.thenRunAsync(this::poll);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.poll != null) {
			this.poll.cancel(true);
		}
	}

}
