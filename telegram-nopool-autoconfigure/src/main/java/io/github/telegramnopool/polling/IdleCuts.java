// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Recognises something on the way that cuts connections after they have been idle for a
 * certain time: polls end without a byte, each after about the same time.
 */
final class IdleCuts {

	/**
	 * What ends sooner has not been idle but refused.
	 */
	private static final Duration IDLE = Duration.ofSeconds(2);

	private static final int CUTS_TO_BE_SURE = 3;

	private static final double TOLERANCE = 0.1;

	private final Deque<Duration> cuts = new ArrayDeque<>();

	/**
	 * Note a poll that was cut.
	 * @param lasted the time after which it was
	 * @return whether to ask again at once, as after the first one
	 */
	boolean cut(Duration lasted) {
		if (lasted.compareTo(IDLE) < 0) {
			return false;
		}
		this.cuts.addLast(lasted);
		if (this.cuts.size() > CUTS_TO_BE_SURE) {
			this.cuts.removeFirst();
		}
		return this.cuts.size() == 1;
	}

	/**
	 * Note a poll that was answered. A quick answer proves nothing.
	 */
	void answered(Duration lasted) {
		if (!this.cuts.isEmpty() && lasted.compareTo(Collections.min(this.cuts)) >= 0) {
			this.cuts.clear();
		}
	}

	/**
	 * The time after which connections are cut, or {@code null} if that can't be said.
	 */
	@Nullable Duration time() {
		if (this.cuts.size() < CUTS_TO_BE_SURE) {
			return null;
		}
		Duration shortest = Collections.min(this.cuts);
		Duration longest = Collections.max(this.cuts);
		return (longest.toMillis() - shortest.toMillis() <= longest.toMillis() * TOLERANCE) ? shortest : null;
	}

}
