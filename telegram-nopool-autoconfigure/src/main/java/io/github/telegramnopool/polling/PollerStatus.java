// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.api.BotInfo;
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
 * @param bot who the bot is, or {@code null} as long as Telegram has not said so
 * @param oldestUnhandled the time since the oldest of the updates was received that are
 * not yet handled, or {@code null} if there is none
 * @param lag the time from when the last update that tells so was sent until it was
 * received, by the clocks of Telegram and of this machine, or {@code null} if there was
 * none
 * @param failures what has failed so far, one entry for each kind, the latest first; it
 * stays when all is well again
 * @since 0.1.0
 */
public record PollerStatus(PollerState state, @Nullable Duration lastSuccessAge, int consecutiveFailures,
		@Nullable FailureKind lastFailureKind, @Nullable String lastFailure, @Nullable Duration outage, int unhandled,
		@Nullable String slowestListener, @Nullable BotInfo bot, @Nullable Duration oldestUnhandled,
		@Nullable Duration lag, List<PollFailure> failures) {

}
