package io.github.telegramnopool.polling;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an {@link UpdatePoller} at one moment.
 *
 * @param state the state
 * @param lastSuccessAge the time since Telegram last answered as it should, or
 * {@code null} if it never has
 * @param consecutiveFailures the number of failed calls since then
 * @param lastFailureKind what kind of failure happened last, or {@code null} while all is
 * well
 * @param lastFailure what happened last, without secrets, or {@code null} while all is
 * well
 * @param outage the time since the first of the failed calls, or {@code null} while all
 * is well
 * @param unhandled the number of updates that are received but not yet handled
 * @param slowestListener the listener that has been at work for the longest time, or
 * {@code null}
 * @since 0.1.0
 */
public record PollerStatus(PollerState state, @Nullable Duration lastSuccessAge, int consecutiveFailures,
		@Nullable FailureKind lastFailureKind, @Nullable String lastFailure, @Nullable Duration outage, int unhandled,
		@Nullable String slowestListener) {

}
