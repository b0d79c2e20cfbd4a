// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Looks now and then, as long as listeners are at work, whose time is over. A timer for
 * each of them would cost more than most listeners do.
 */
final class ListenerWatch {

	private static final int LOOKS_PER_TIMEOUT = 50;

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final ScheduledExecutorService timer;

	private final Duration timeout;

	private final Set<ListenerClock> clocks = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Future<?> looks;

	/**
	 * Create a watch.
	 * @param timeout the time that listeners have, 0 for any
	 */
	ListenerWatch(ScheduledExecutorService timer, Duration timeout) {
		this.timer = timer;
		this.timeout = timeout;
	}

	Duration timeout() {
		return this.timeout;
	}

	void begins(ListenerClock clock) {
		if (this.timeout.isZero()) {
			return;
		}
		this.clocks.add(clock);
		try {
			if (this.looks == null) {
				begin();
			}
		}
		catch (RuntimeException | Error ex) {
			// Its thread will be at work for something else
			this.clocks.remove(clock);
			throw ex;
		}
	}

	void ends(ListenerClock clock) {
		this.clocks.remove(clock);
	}

	private synchronized void begin() {
		if (this.looks == null) {
			long share = TimeUnit.MILLISECONDS.convert(this.timeout) / LOOKS_PER_TIMEOUT;
			long pause = Math.max(1, Math.min(LONGEST_PAUSE.toMillis(), share));
			this.looks = this.timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
		}
	}

	private void look() {
		try {
			if (this.clocks.isEmpty()) {
				rest();
			}
			this.clocks.forEach(ListenerClock::look);
		}
		catch (Throwable ex) {
			// There may be no memory just now: looked at again after the pause
		}
	}

	/**
	 * Rest, unless a listener has begun meanwhile, which may have found that there are
	 * looks.
	 */
	private synchronized void rest() {
		Future<?> looks = this.looks;
		this.looks = null;
		if (this.clocks.isEmpty()) {
			if (looks != null) {
				looks.cancel(false);
			}
		}
		else {
			this.looks = looks;
		}
	}

}
