// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Decides which failed calls are repeated: those that certainly were not executed, and
 * those that only read. What costs a transfer each time is repeated less often.
 */
final class RepeatPolicy {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

	private static final int READ_REPEATS = 2;

	private static final int TRANSFER_REPEATS = 2;

	private final RandomGenerator random;

	private final int readRepeats;

	RepeatPolicy(RandomGenerator random) {
		this(random, READ_REPEATS);
	}

	private RepeatPolicy(RandomGenerator random, int readRepeats) {
		this.random = random;
		this.readRepeats = readRepeats;
	}

	/**
	 * The same, but reading is repeated as long as there is time.
	 */
	RepeatPolicy readingOn() {
		return new RepeatPolicy(this.random, Integer.MAX_VALUE);
	}

	/**
	 * Decide about a failure.
	 * @param failure what happened
	 * @param repeats the number of times that the call was repeated already
	 * @return the pause before the next try, or {@code null} to give up
	 */
	@Nullable Duration pauseAfter(TelegramException failure, int repeats) {
		if (failure instanceof RequestNotSentException notSent && !notSent.isPermanent()) {
			return (notSent.phase() != Phase.REQUEST || repeats < TRANSFER_REPEATS) ? pause(repeats) : null;
		}
		if (failure instanceof OutcomeUnknownException && isRead(failure.method()) && repeats < this.readRepeats) {
			return pause(repeats);
		}
		return null;
	}

	/**
	 * By Telegram's naming, {@code get} and nothing else reads. A {@code getUpdates} that
	 * confirms is safe to repeat too.
	 */
	private static boolean isRead(String method) {
		return method.startsWith("get") || method.equals(Downloads.NAME);
	}

	private Duration pause(int repeats) {
		long longest = Math.min(FIRST_PAUSE.toMillis() << Math.min(repeats, 10), LONGEST_PAUSE.toMillis());
		return Duration.ofMillis(longest / 2 + this.random.nextLong(longest / 2 + 1));
	}

}
