// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.polling.UpdateHandler;
import org.jspecify.annotations.Nullable;

/**
 * Expects a call for each update, so that its connection can be made while listeners run.
 *
 * @param handler handles the updates
 * @param expectation begins a connection
 */
record ReplyExpectation(UpdateHandler handler, Runnable expectation) implements UpdateHandler {

	@Override
	public void check() {
		this.handler.check();
	}

	@Override
	public void open(BotInfo bot) {
		this.handler.open(bot);
	}

	@Override
	public CompletableFuture<Void> handle(ReceivedUpdate update) {
		this.expectation.run();
		return this.handler.handle(update);
	}

	@Override
	public void drain(Duration timeout) throws InterruptedException {
		this.handler.drain(timeout);
	}

	@Override
	public @Nullable String slowest() {
		return this.handler.slowest();
	}

	@Override
	public void publish(Object event) {
		this.handler.publish(event);
	}

}
