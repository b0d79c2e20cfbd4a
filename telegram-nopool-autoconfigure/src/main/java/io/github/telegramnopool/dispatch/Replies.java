// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.ReplyFailedEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Exceptions;

/**
 * Sends the methods that listeners return. One that is provably not sent is tried on
 * until the listener's time is over; any other failure ends it.
 */
final class Replies {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	/**
	 * Each call has been tried until its own deadline already.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	/**
	 * Before another try with credentials that a proxy has refused.
	 */
	private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

	private static final String INTERRUPTED = "the listener was interrupted before the answer came "
			+ "(telegram.dispatch.listener-timeout)";

	private final TelegramBotApi api;

	private final EventPublication events;

	Replies(TelegramBotApi api, EventPublication events) {
		this.api = api;
		this.events = events;
	}

	void send(UpdateEvent event, BotApiMethod<?> method, ListenerClock clock, BooleanSupplier abandoned) {
		while (true) {
			try {
				this.api.execute(method).block();
				return;
			}
			catch (RuntimeException ex) {
				if (abandoned.getAsBoolean()) {
					throw new AbandonedException();
				}
				if (clock.isExpired() || !(ex instanceof RequestNotSentException notSent)
						|| !pause(notSent.isPermanent() ? LONG_PAUSE : PAUSE, abandoned)) {
					fail(event, method, typed(ex, method));
					return;
				}
			}
		}
	}

	private static boolean pause(Duration pause, BooleanSupplier abandoned) {
		try {
			Thread.sleep(pause.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			if (abandoned.getAsBoolean()) {
				throw new AbandonedException();
			}
			return false;
		}
	}

	/**
	 * Whoever waits for an answer and is interrupted gets no exception of ours.
	 */
	private static RuntimeException typed(RuntimeException failure, BotApiMethod<?> method) {
		return (Exceptions.unwrap(failure) instanceof InterruptedException)
				? new OutcomeUnknownException(method.methodName(), INTERRUPTED) : failure;
	}

	private void fail(UpdateEvent event, BotApiMethod<?> method, RuntimeException failure) {
		logger.warn("The reply to update %d failed: %s".formatted(event.update().updateId(), failure.getMessage()));
		logger.debug("What happened in full", failure);
		// Whoever hears of it may block, although the listener is interrupted
		boolean interrupted = Thread.interrupted();
		this.events.publishSafely(new ReplyFailedEvent(event.update(), method, failure, event.bot()));
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
