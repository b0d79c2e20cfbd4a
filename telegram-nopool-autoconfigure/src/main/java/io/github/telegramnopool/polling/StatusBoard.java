package io.github.telegramnopool.polling;

import java.time.Duration;

import io.github.telegramnopool.api.event.BotReady;
import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.api.event.PollingStopped;
import io.github.telegramnopool.api.BotInfo;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the poller's state and tells of its changes: one log line and one event when an
 * outage begins and when it ends, repeats only at debug level.
 */
final class StatusBoard {

	private static final Log logger = LogFactory.getLog(UpdatePoller.class);

	private final String bot;

	private final String route;

	private final UpdateHandler handler;

	private PollerState state = PollerState.STOPPED;

	private @Nullable Long lastSuccess;

	private long outageBegan;

	private int failures;

	private @Nullable String lastFailure;

	StatusBoard(String bot, String route, UpdateHandler handler) {
		this.bot = bot;
		this.route = route;
		this.handler = handler;
	}

	synchronized void becomes(PollerState state) {
		this.state = state;
	}

	synchronized PollerState state() {
		return this.state;
	}

	void ready(BotInfo info, String times) {
		logger.info("Telegram bot '%s' is @%s (%d) %s: %s".formatted(this.bot, info.username(), info.id(), this.route,
				times));
		this.handler.publish(new BotReady(info));
	}

	synchronized void succeeded() {
		long now = System.nanoTime();
		if (this.failures > 0) {
			Duration outage = Duration.ofNanos(now - this.outageBegan);
			logger.info("Telegram bot '%s' hears again after %d s, %d failed requests".formatted(this.bot,
					outage.toSeconds(), this.failures));
			this.handler.publish(new PollingRecovered(outage, this.bot));
		}
		this.lastSuccess = now;
		this.failures = 0;
		this.lastFailure = null;
		this.state = PollerState.RUNNING;
	}

	/**
	 * Note a failure.
	 * @return the number of failures in a row
	 */
	synchronized int failed(PollerState state, Throwable failure) {
		String reason = reason(failure);
		if (this.failures == 0) {
			this.outageBegan = System.nanoTime();
			logger.warn("Telegram bot '%s' hears nothing, trying on: %s".formatted(this.bot, reason));
			logger.debug("What happened in full", failure);
			this.handler.publish(new PollingFailing(reason, this.bot));
		}
		else {
			logger.debug("Telegram bot '%s' still hears nothing: %s".formatted(this.bot, reason));
		}
		this.state = state;
		this.lastFailure = reason;
		return ++this.failures;
	}

	synchronized void gaveUp(String reason) {
		logger.error("Telegram bot '%s' has stopped asking for updates: %s".formatted(this.bot, reason));
		this.state = PollerState.FAILED;
		this.handler.publish(new PollingStopped(reason, this.bot));
	}

	synchronized void blocked() {
		if (this.state != PollerState.BLOCKED) {
			logger.warn("Telegram bot '%s' asks for no more updates until a listener ends: %s".formatted(this.bot,
					this.handler.slowest()));
			this.state = PollerState.BLOCKED;
		}
	}

	synchronized void stopped() {
		this.state = PollerState.STOPPED;
		this.handler.publish(new PollingStopped("stopped", this.bot));
	}

	synchronized PollerStatus snapshot(int unhandled) {
		Duration age = (this.lastSuccess != null) ? Duration.ofNanos(System.nanoTime() - this.lastSuccess) : null;
		return new PollerStatus(this.state, age, this.failures, this.lastFailure, unhandled, this.handler.slowest());
	}

	private static String reason(Throwable failure) {
		return (failure.getMessage() != null) ? failure.getMessage() : failure.toString();
	}

}
