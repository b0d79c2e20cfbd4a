// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.client.ReceivedUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What the poller hands updates to.
 *
 * @since 0.1.0
 */
public interface UpdateHandler {

	/**
	 * Check that updates can be handled as promised, before the first is asked for.
	 * @throws RuntimeException if the application is set up in a way that would lose
	 * updates
	 */
	void check();

	/**
	 * Begin to handle updates, again after {@link #drain}.
	 * @param bot the bot that receives the updates
	 */
	void open(BotInfo bot);

	/**
	 * Handle an update some time, on other threads.
	 * @param update the update
	 * @return completes normally when the update is handled, and so may be confirmed to
	 * Telegram; never completes if it is given up at {@link #drain}
	 */
	CompletableFuture<Void> handle(ReceivedUpdate update);

	/**
	 * Begin nothing any more, wait for what is being handled and interrupt what takes
	 * longer.
	 * @param timeout the longest time to wait
	 * @throws InterruptedException if the waiting is interrupted
	 */
	void drain(Duration timeout) throws InterruptedException;

	/**
	 * Name what has been at work for the longest time.
	 * @return the listener and how long it has been running, or {@code null}
	 */
	@Nullable String slowest();

	/**
	 * Publish an event about the poller, on another thread.
	 * @param event the event
	 */
	void publish(Object event);

}
