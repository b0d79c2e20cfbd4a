// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

/**
 * Failures of one kind that a poller has met since it was made.
 *
 * @param kind what kind of failure
 * @param count how often
 * @param age the time since the last of them
 * @param type the simple name of the last one's class
 * @param message what happened last, without secrets
 * @since 0.1.0
 */
public record PollFailure(FailureKind kind, int count, Duration age, String type, String message) {

}
