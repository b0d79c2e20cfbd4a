// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.BotReady;
import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.api.event.PollingStopped;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the poller's state and tells of its changes: listeners of each, by an event, and
 * the operator of what is worth a line.
 */
final class StatusBoard {

	/**
	 * While a new version is rolled out, two instances poll for a short time. That is
	 * nothing to warn of.
	 */
	private static final Duration ROLLOUT = Duration.ofSeconds(90);

	private static final int CONFLICTS_OF_ROLLOUT = 2;

	private static final Duration KEPT_BY_TELEGRAM = Duration.ofHours(24);

	private final String bot;

	private final String route;

	private final UpdateHandler handler;

	private final PollerTime time;

	private final Logbook book;

	private final TroubleLog deafness;

	private final TroubleLog blockage;

	private PollerState state = PollerState.STOPPED;

	private @Nullable Duration lastSuccess;

	private @Nullable Duration outageBegan;

	private int failures;

	private @Nullable FailureKind lastKind;

	private @Nullable String lastFailure;

	private final FailureLog failureLog;

	private @Nullable BotInfo info;

	private @Nullable Duration lag;

	StatusBoard(String bot, String route, UpdateHandler handler, PollerTime time) {
		this.bot = bot;
		this.route = route;
		this.handler = handler;
		this.time = time;
		this.failureLog = new FailureLog(time);
		this.book = new Logbook(time);
		this.deafness = new TroubleLog(bot,
				new TroubleLog.Wording("hears nothing, trying on", "hears nothing", "hears again", "failed requests"),
				this.book, time);
		this.blockage = new TroubleLog(bot, new TroubleLog.Wording("asks for no more updates until a listener ends",
				"asks for no more updates", "asks for updates again", null), this.book, time);
	}

	synchronized void becomes(PollerState state) {
		this.state = state;
	}

	synchronized PollerState state() {
		return this.state;
	}

	/**
	 * Whether a quick answer would be news: in an outage, and after a pause. Of a
	 * conflict it tells nothing, since only polls that wait are in the way of each other.
	 */
	synchronized boolean isInDoubt() {
		return (this.lastKind != null) ? !this.lastKind.isConflict() : this.state == PollerState.STARTING;
	}

	synchronized void ready(BotInfo info, String times) {
		this.info = info;
		this.book.info("Telegram bot '%s' is @%s (%d) %s: %s".formatted(this.bot, info.username(), info.id(),
				this.route, times));
		this.handler.publish(new BotReady(info));
	}

	/**
	 * Note how long ago an update was sent that was received just now.
	 */
	synchronized void received(Duration lag) {
		this.lag = lag.isNegative() ? Duration.ZERO : lag;
	}

	synchronized void succeeded() {
		Duration now = this.time.now();
		this.deafness.well();
		boolean recovered = this.outageBegan != null;
		Duration outage = outage();
		this.lastSuccess = now;
		this.outageBegan = null;
		this.failures = 0;
		this.lastKind = null;
		this.lastFailure = null;
		this.state = PollerState.RUNNING;
		if (recovered) {
			this.handler.publish(new PollingRecovered(outage, this.bot));
		}
	}

	synchronized void failed(FailureKind kind, String reason, Throwable failure) {
		this.state = kind.isConflict() ? PollerState.CONFLICT : PollerState.FAILING;
		this.lastKind = kind;
		this.lastFailure = reason;
		this.failures++;
		this.failureLog.failed(kind, reason, failure);
		boolean begins = this.outageBegan == null;
		if (begins) {
			this.outageBegan = this.time.now();
		}
		boolean rollout = isRollout(kind);
		this.book.debug("Telegram bot '%s' hears nothing: %s".formatted(this.bot, reason), failure);
		this.deafness.troubled(!rollout, (kind.needsSomebody() && !rollout) ? kind : null, reason);
		if (begins) {
			this.handler.publish(new PollingFailing(reason, this.bot));
		}
	}

	private boolean isRollout(FailureKind kind) {
		return kind == FailureKind.CONFLICT && this.failures <= CONFLICTS_OF_ROLLOUT && outage().compareTo(ROLLOUT) < 0;
	}

	private Duration outage() {
		return (this.outageBegan != null) ? this.time.now().minus(this.outageBegan) : Duration.ZERO;
	}

	synchronized void gaveUp(String reason) {
		this.book.error("Telegram bot '%s' has stopped asking for updates: %s".formatted(this.bot, reason));
		this.state = PollerState.FAILED;
		this.handler.publish(new PollingStopped(reason, this.bot));
	}

	synchronized void blocked() {
		this.state = PollerState.BLOCKED;
		this.blockage.troubled(true, null, String.valueOf(this.handler.slowest()));
	}

	synchronized void unblocked() {
		if (this.state == PollerState.BLOCKED) {
			this.state = PollerState.RUNNING;
		}
		this.blockage.well();
	}

	/**
	 * Tell of something that has gone wrong without ending anything.
	 */
	synchronized void survived(Throwable failure) {
		String reason = "a turn of the poll loop failed in an unforeseen way, the next one follows: " + failure;
		this.book.debug(reason, failure);
		this.deafness.troubled(true, FailureKind.LOCAL, reason);
	}

	synchronized void replaced(Duration patience) {
		this.book
			.warn(("The poll loop of Telegram bot '%s' has been stuck for more than %s and is replaced. Its threads"
					+ " are held up by something: does code of the application wait on an event loop?")
				.formatted(this.bot, TroubleLog.inWords(patience)));
	}

	synchronized void returned(Duration absence) {
		String line = "Telegram bot '%s' asks for updates at once: its process or machine has been suspended for %s"
			.formatted(this.bot, TroubleLog.inWords(absence));
		if (absence.compareTo(KEPT_BY_TELEGRAM) > 0) {
			this.book.warn(line + ". Telegram keeps updates for 24 hours, so older ones are lost");
		}
		else {
			this.book.info(line);
		}
	}

	synchronized void jumped(long offset, long id) {
		this.book.info("The update ids of Telegram bot '%s' have jumped from %d back to %d, as after a quiet week"
			.formatted(this.bot, offset, id));
	}

	/**
	 * Give a hint.
	 * @return whether there was room for it
	 */
	synchronized boolean hint(String hint) {
		return this.book.warn("Telegram bot '%s': %s".formatted(this.bot, hint));
	}

	synchronized void stopped() {
		this.state = PollerState.STOPPED;
		this.handler.publish(new PollingStopped("stopped", this.bot));
	}

	synchronized boolean hasSucceededSince(Duration moment) {
		return this.lastSuccess != null && this.lastSuccess.compareTo(moment) > 0;
	}

	synchronized PollerStatus snapshot(UpdateWindow window) {
		Duration age = (this.lastSuccess != null) ? this.time.now().minus(this.lastSuccess) : null;
		return new PollerStatus(this.state, age, this.failures, this.lastKind, this.lastFailure,
				(this.outageBegan != null) ? outage() : null, window.unhandled(), this.handler.slowest(), this.info,
				window.oldestUnhandled(), this.lag, this.failureLog.failures());
	}

}
