// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.client.ReceivedUpdate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way of one update from the poller to the end of its exchange. Want of memory only
 * makes it longer, and a thread that does not come back is relieved.
 */
final class UpdateDelivery {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final ReceivedUpdate received;

	private final BotInfo bot;

	private final UpdateEvents events;

	private final DispatchParts parts;

	private final Lanes lanes;

	private final Set<UpdateExchange> exchanges;

	private final BooleanSupplier abandoned;

	private final CompletableFuture<Void> handled = new CompletableFuture<>();

	private @Nullable UpdateExchange exchange;

	private @Nullable UpdateObservation observation;

	UpdateDelivery(ReceivedUpdate received, BotInfo bot, UpdateEvents events, DispatchParts parts, Lanes lanes,
			Set<UpdateExchange> exchanges, BooleanSupplier abandoned) {
		this.received = received;
		this.bot = bot;
		this.events = events;
		this.parts = parts;
		this.lanes = lanes;
		this.exchanges = exchanges;
		this.abandoned = abandoned;
	}

	/**
	 * Completes when the update is handled; never, if it is abandoned.
	 */
	CompletableFuture<Void> handled() {
		return this.handled;
	}

	/**
	 * Go on until the end, from wherever memory was short.
	 */
	void run() {
		while (!this.abandoned.getAsBoolean()) {
			try {
				advance();
				return;
			}
			catch (OutOfMemoryError ex) {
				pause();
			}
		}
	}

	private void advance() {
		UpdateObservation observation = observation();
		UpdateObservation.@Nullable Outcome outcome;
		try (UpdateObservation.Scope scope = observation.open()) {
			outcome = handle(observation);
		}
		if (outcome != null) {
			observation.ended(outcome);
		}
		if (outcome != null && outcome != UpdateObservation.Outcome.ABANDONED) {
			this.handled.complete(null);
		}
	}

	private UpdateObservation observation() {
		UpdateObservation observation = this.observation;
		if (observation == null) {
			observation = this.parts.observer().begin(this.bot.name(), this.received);
			this.observation = observation;
		}
		return observation;
	}

	/**
	 * Handle the update.
	 * @return how that has ended, or {@code null} if another thread has taken over
	 */
	private UpdateObservation.@Nullable Outcome handle(UpdateObservation observation) {
		UpdateExchange exchange = (this.exchange != null) ? this.exchange : begin(observation);
		if (exchange == null) {
			return UpdateObservation.Outcome.UNREADABLE;
		}
		UpdateExchange.End end = exchange.run(this::relieve);
		if (end == UpdateExchange.End.ELSEWHERE) {
			return null;
		}
		this.exchanges.remove(exchange);
		return (end == UpdateExchange.End.HANDLED) ? exchange.outcome() : UpdateObservation.Outcome.ABANDONED;
	}

	/**
	 * Begin the exchange.
	 * @return the exchange, or {@code null} if there is nothing that listeners could
	 * handle
	 */
	private @Nullable UpdateExchange begin(UpdateObservation observation) {
		String problem = this.received.problem();
		try {
			UpdateEvent event = this.events.event(this.received, this.bot);
			if (event != null) {
				UpdateExchange exchange = new UpdateExchange(event, this.parts, observation, this.abandoned);
				this.exchanges.add(exchange);
				this.exchange = exchange;
				return exchange;
			}
		}
		catch (RuntimeException | StackOverflowError ex) {
			problem = ex.toString();
		}
		logger.warn("Update %d can't be read: %s".formatted(this.received.id(), problem));
		this.parts.events()
			.publishSafely(new UnreadableUpdateEvent(this.received.id(), this.received.json(), this.bot));
		return null;
	}

	private boolean relieve(Thread stray, ListenerCall call) {
		return this.lanes.replace(stray, () -> {
			logger.warn(("The listener %s ignores that it was interrupted: its thread %s is left to itself, and "
					+ "whatever comes next no longer waits for it")
				.formatted(call, stray.getName()));
			UpdateExchange exchange = this.exchange;
			if (exchange != null) {
				exchange.fail(call.listener(), call.timeout(null));
			}
			run();
		});
	}

	private void pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			// Whoever it was for, there is no time to wait for more memory
		}
	}

}
