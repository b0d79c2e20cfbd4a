// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;

/**
 * A call, or a part of it, has used up its time.
 */
@SuppressWarnings("serial")
final class OverdueException extends Exception {

	private final Duration time;

	OverdueException(Duration time) {
		super("not within " + time);
		this.time = time;
	}

	Duration time() {
		return this.time;
	}

}
