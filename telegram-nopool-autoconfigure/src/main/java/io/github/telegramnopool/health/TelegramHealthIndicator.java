// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.health;

import java.time.Duration;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.polling.PollFailure;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} for one bot, by what its poller has heard. Never touches the
 * network: a call that succeeds would prove nothing for a poller that is deaf.
 * <p>
 * A bot that hears nothing is still up for a while, since paths and rivals come and go. A
 * bot that only sends is unknown, which counts as well.
 *
 * @since 0.1.0
 */
public class TelegramHealthIndicator extends AbstractHealthIndicator {

	/**
	 * What a poll that is as it should be can take, with a margin.
	 */
	private static final Duration LONGEST_POLL = Duration.ofMinutes(3);

	private final ManagedBot bot;

	private final Duration tolerance;

	/**
	 * Create an indicator.
	 * @param bot the bot
	 * @param tolerance the time for which a bot may hear nothing and is up all the same
	 */
	public TelegramHealthIndicator(ManagedBot bot, Duration tolerance) {
		super("The health of the Telegram bot '" + bot.name() + "' can't be told");
		this.bot = bot;
		this.tolerance = tolerance;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		PollerStatus status = this.bot.poller().status();
		builder.status(health(status));
		builder.withDetail("state", status.state());
		builder.withDetail("bot", this.bot.name());
		BotInfo info = status.bot();
		add(builder, "username", (info != null) ? info.username() : null);
		builder.withDetail("route", this.bot.route());
		add(builder, "lastSuccessAge", status.lastSuccessAge());
		addTrouble(builder, status);
		builder.withDetail("unhandledUpdates", status.unhandled());
		add(builder, "slowestListener", (status.state() == PollerState.BLOCKED) ? status.slowestListener() : null);
	}

	private static void addTrouble(Health.Builder builder, PollerStatus status) {
		if (status.lastFailureKind() == null) {
			return;
		}
		add(builder, "outage", status.outage());
		builder.withDetail("consecutiveFailures", status.consecutiveFailures());
		builder.withDetail("lastFailureKind", status.lastFailureKind());
		add(builder, "lastFailureType", status.failures().stream().findFirst().map(PollFailure::type).orElse(null));
		add(builder, "lastFailure", status.lastFailure());
	}

	private static void add(Health.Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, (value instanceof Duration duration) ? rounded(duration) : value);
		}
	}

	/**
	 * For people, and the same for every JSON mapper.
	 */
	private static String rounded(Duration duration) {
		return Duration.ofMillis(duration.toMillis()).toString();
	}

	private Status health(PollerStatus status) {
		return switch (status.state()) {
			case STARTING -> Status.UNKNOWN;
			case RUNNING -> isSilent(status, this.tolerance.plus(LONGEST_POLL)) ? Status.DOWN : Status.UP;
			case FAILING -> inTrouble(status, Status.DOWN);
			case CONFLICT, BLOCKED -> inTrouble(status, Status.OUT_OF_SERVICE);
			case FAILED -> Status.DOWN;
			case PAUSED -> Status.OUT_OF_SERVICE;
			case STOPPED -> (status.lastSuccessAge() != null) ? Status.OUT_OF_SERVICE : Status.UNKNOWN;
		};
	}

	private Status inTrouble(PollerStatus status, Status otherwise) {
		if (isSilent(status, this.tolerance)) {
			return otherwise;
		}
		return (status.lastSuccessAge() != null) ? Status.UP : Status.UNKNOWN;
	}

	/**
	 * Whether Telegram has not answered as it should for longer than some time. If it
	 * never has, since the first failure.
	 */
	private static boolean isSilent(PollerStatus status, Duration time) {
		Duration silence = (status.lastSuccessAge() != null) ? status.lastSuccessAge() : status.outage();
		return silence != null && silence.compareTo(time) >= 0;
	}

}
