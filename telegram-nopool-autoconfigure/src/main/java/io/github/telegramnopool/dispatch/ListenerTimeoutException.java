// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;

/**
 * A listener has taken longer than {@code telegram.dispatch.listener-timeout} and was
 * interrupted.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ListenerTimeoutException extends RuntimeException {

	ListenerTimeoutException(String listener, Duration timeout) {
		super("The listener %s has not ended within %d s (telegram.dispatch.listener-timeout) and was interrupted"
			.formatted(listener, timeout.toSeconds()));
	}

}
