// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerWatch}, and for a {@link ListenerClock} that it looks at.
 */
@Timeout(60)
class ListenerWatchTests {

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

	private final ExecutorService listeners = Executors.newSingleThreadExecutor();

	ListenerWatchTests() {
		this.timer.setRemoveOnCancelPolicy(true);
	}

	@AfterEach
	void close() {
		this.timer.shutdownNow();
		this.listeners.shutdownNow();
	}

	@Test
	void oneTimerIsEnoughForAllListeners() {
		ListenerWatch watch = new ListenerWatch(this.timer, Duration.ofHours(1));
		List<ListenerClock> clocks = CompletableFuture
			.supplyAsync(
					() -> IntStream.range(0, 1000).mapToObj((i) -> new ListenerClock(watch, (thread) -> true)).toList(),
					this.listeners)
			.join();
		// It is not in the queue while it looks
		Awaitility.await().until(() -> this.timer.getQueue().size() == 1);
		clocks.forEach(ListenerClock::close);
	}

	@Test
	void looksOnlyWhileListenersAreAtWork() {
		ListenerWatch watch = new ListenerWatch(this.timer, Duration.ofMillis(500));
		for (int i = 0; i < 3; i++) {
			clock(watch).close();
			Awaitility.await().until(() -> this.timer.getQueue().isEmpty() && this.timer.getActiveCount() == 0);
		}
		try (ListenerClock clock = clock(watch)) {
			Awaitility.await().until(clock::isExpired);
		}
	}

	@Test
	void aListenerMayTakeAnyTimeIfNoneIsSet() {
		try (ListenerClock clock = clock(new ListenerWatch(this.timer, Duration.ZERO))) {
			assertThat(this.timer.getTaskCount()).isZero();
			assertThat(clock.isExpired()).isFalse();
		}
	}

	@Test
	void aTimeBeyondAllMeasureIsNeverOver() {
		try (ListenerClock clock = clock(new ListenerWatch(this.timer, Duration.ofSeconds(Long.MAX_VALUE / 1000)))) {
			clock.look();
			assertThat(clock.isExpired()).isFalse();
		}
	}

	@Test
	void askIsRepeatedUntilTheThreadIsRelieved() {
		AtomicInteger asked = new AtomicInteger();
		ListenerWatch watch = new ListenerWatch(this.timer, Duration.ofMillis(20));
		try (ListenerClock clock = clock(watch, (thread) -> asked.incrementAndGet() == 3)) {
			Awaitility.await().until(clock::isRelieved);
			assertThat(asked).hasValue(3);
			Awaitility.await().until(() -> this.timer.getQueue().isEmpty() && this.timer.getActiveCount() == 0);
		}
	}

	private ListenerClock clock(ListenerWatch watch) {
		return clock(watch, (thread) -> true);
	}

	/**
	 * A clock of a thread whose interrupts disturb nobody.
	 */
	private ListenerClock clock(ListenerWatch watch, Predicate<Thread> relief) {
		return CompletableFuture.supplyAsync(() -> new ListenerClock(watch, relief), this.listeners).join();
	}

}
