// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.polling.FailureKind;
import io.github.telegramnopool.polling.PollFailure;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import io.github.telegramnopool.transport.ConnectionCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What is known of a bot at one moment. Durations are in ISO-8601 form.
 *
 * @param username the bot's name as Telegram knows it, or {@code null} as long as
 * Telegram has not said so
 * @param id the bot's identifier as a user, or {@code null} likewise
 * @param state the state of its poller
 * @param lastSuccessAge the time since Telegram last answered the poller as it should
 * @param consecutiveFailures the number of its failed requests since then
 * @param outage the time since the first of these
 * @param failures what has failed so far, one entry for each kind, the latest first
 * @param lag the time from when the last update was sent until it was received
 * @param unhandledUpdates the number of updates that are received but not yet handled
 * @param oldestUnhandledAge the time since the oldest of these was received
 * @param slowestListener the listener that has been at work for the longest time
 * @param route the way to Telegram that was taken last
 * @param connections its connections so far
 * @param waitingCalls the number of calls that wait for others to end
 * @param settings the settings in force, without secrets
 * @since 0.1.0
 */
public record BotDescriptor(@Nullable String username, @Nullable Long id, PollerState state,
		@Nullable String lastSuccessAge, int consecutiveFailures, @Nullable String outage,
		List<FailureDescriptor> failures, @Nullable String lag, int unhandledUpdates,
		@Nullable String oldestUnhandledAge, @Nullable String slowestListener, String route,
		ConnectionsDescriptor connections, int waitingCalls,
		Map<String, Object> settings) implements OperationResponseBody {

	static BotDescriptor of(ManagedBot bot) {
		PollerStatus status = bot.poller().status();
		BotInfo info = status.bot();
		ConnectionCounts connections = bot.connections();
		return new BotDescriptor((info != null) ? info.username() : null, (info != null) ? info.id() : null,
				status.state(), text(status.lastSuccessAge()), status.consecutiveFailures(), text(status.outage()),
				status.failures().stream().map(FailureDescriptor::of).toList(), text(status.lag()), status.unhandled(),
				text(status.oldestUnhandled()), status.slowestListener(), bot.route(),
				new ConnectionsDescriptor(connections.opened(), connections.closed(), connections.open()),
				bot.waitingCalls(), bot.settings());
	}

	private static @Nullable String text(@Nullable Duration duration) {
		return (duration != null) ? Duration.ofMillis(duration.toMillis()).toString() : null;
	}

	/**
	 * Failures of one kind.
	 *
	 * @param kind what kind
	 * @param count how often
	 * @param age the time since the last of them
	 * @param type the simple name of the last one's class
	 * @param message what happened last
	 */
	public record FailureDescriptor(FailureKind kind, int count, @Nullable String age, String type, String message) {

		static FailureDescriptor of(PollFailure failure) {
			return new FailureDescriptor(failure.kind(), failure.count(), text(failure.age()), failure.type(),
					failure.message());
		}

	}

	/**
	 * Connections so far.
	 *
	 * @param opened the number of connections begun
	 * @param closed the number of those that are closed again
	 * @param open the number of those that are not
	 */
	public record ConnectionsDescriptor(long opened, long closed, long open) {

	}

}
