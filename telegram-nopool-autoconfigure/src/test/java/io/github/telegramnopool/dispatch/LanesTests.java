// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Lanes}.
 */
@Timeout(30)
class LanesTests {

	private final ExecutorService executor = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "lanes-test");
		thread.setDaemon(true);
		thread.setUncaughtExceptionHandler((failed, ex) -> {
		});
		return thread;
	});

	private final List<Object> done = new CopyOnWriteArrayList<>();

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void shutDown() {
		this.release.countDown();
		this.executor.shutdownNow();
	}

	@Test
	void runsInOrderWithinALane() {
		Lanes lanes = new Lanes(this.executor, 4);
		Map<Integer, List<Integer>> orders = new ConcurrentHashMap<>();
		Random random = new Random(42);
		AtomicInteger ended = new AtomicInteger();
		for (int i = 0; i < 2000; i++) {
			int number = i;
			int lane = random.nextInt(7);
			lanes.submit(lane, () -> {
				orders.computeIfAbsent(lane, (key) -> new CopyOnWriteArrayList<>()).add(number);
				ended.incrementAndGet();
			});
		}
		Awaitility.await().until(() -> ended.get() == 2000);
		assertThat(orders).hasSize(7);
		assertThat(orders.values()).allSatisfy((order) -> assertThat(order).isSorted());
	}

	@Test
	void neverRunsTwoOfALaneAtATime() {
		Lanes lanes = new Lanes(this.executor, 4);
		Map<Integer, AtomicInteger> running = new ConcurrentHashMap<>();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger ended = new AtomicInteger();
		for (int i = 0; i < 1000; i++) {
			int lane = i % 3;
			lanes.submit(lane, () -> {
				AtomicInteger here = running.computeIfAbsent(lane, (key) -> new AtomicInteger());
				most.accumulateAndGet(here.incrementAndGet(), Math::max);
				Thread.yield();
				here.decrementAndGet();
				ended.incrementAndGet();
			});
		}
		Awaitility.await().until(() -> ended.get() == 1000);
		assertThat(most).hasValue(1);
	}

	@Test
	void runsLanesAtTheSameTimeUpToTheLimit() {
		Lanes lanes = new Lanes(this.executor, 3);
		AtomicInteger running = new AtomicInteger();
		for (int lane = 0; lane < 5; lane++) {
			lanes.submit(lane, () -> {
				running.incrementAndGet();
				await(this.release);
				running.decrementAndGet();
				this.done.add("x");
			});
		}
		Awaitility.await().until(() -> running.get() == 3);
		Awaitility.await().during(Duration.ofMillis(150)).until(() -> running.get() == 3);
		this.release.countDown();
		Awaitility.await().until(() -> this.done.size() == 5);
	}

	@Test
	void aLaneThatWaitsHoldsUpNoOther() {
		Lanes lanes = new Lanes(this.executor, 2);
		lanes.submit("slow", () -> await(this.release));
		lanes.submit("slow", () -> this.done.add("slow"));
		for (int i = 0; i < 10; i++) {
			lanes.submit("fast", () -> this.done.add("fast"));
		}
		Awaitility.await().until(() -> this.done.size() == 10);
		assertThat(this.done).containsOnly("fast");
	}

	@Test
	void aTaskThatThrowsHoldsUpNothing() {
		Lanes lanes = new Lanes(this.executor, 1);
		lanes.submit("a", () -> {
			throw new IllegalStateException("broken");
		});
		lanes.submit("a", () -> this.done.add("next"));
		lanes.submit("b", () -> this.done.add("other"));
		Awaitility.await().until(() -> this.done.size() == 2);
	}

	@Test
	void drainsWhatIsAtWorkAndDropsTheRest() throws Exception {
		Lanes lanes = new Lanes(this.executor, 1);
		CountDownLatch begun = new CountDownLatch(1);
		lanes.submit("a", () -> {
			begun.countDown();
			await(this.release);
			this.done.add("first");
		});
		lanes.submit("a", () -> this.done.add("second"));
		lanes.submit("b", () -> this.done.add("third"));
		await(begun);
		Thread drainer = Thread.currentThread();
		this.executor.execute(() -> {
			// Else what waits could begin before the rest is dropped
			Awaitility.await().until(() -> drainer.getState() == Thread.State.TIMED_WAITING);
			this.release.countDown();
		});
		assertThat(lanes.drain(Duration.ofSeconds(5))).isTrue();
		lanes.submit("c", () -> this.done.add("too late"));
		assertThat(this.done).containsExactly("first");
	}

	@Test
	void drainsNoLongerThanItsTime() throws Exception {
		Lanes lanes = new Lanes(this.executor, 1);
		CountDownLatch begun = new CountDownLatch(1);
		lanes.submit("a", () -> {
			begun.countDown();
			await(this.release);
		});
		await(begun);
		assertThat(lanes.drain(Duration.ofMillis(50))).isFalse();
	}

	@Test
	void interruptsWhatIsAtWork() throws Exception {
		Lanes lanes = new Lanes(this.executor, 1);
		CountDownLatch begun = new CountDownLatch(1);
		lanes.submit("a", () -> {
			begun.countDown();
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				this.done.add("interrupted");
			}
		});
		await(begun);
		lanes.interrupt();
		Awaitility.await().until(() -> this.done.contains("interrupted"));
		assertThat(lanes.drain(Duration.ofSeconds(5))).isTrue();
	}

	@Test
	void survivesAnExecutorThatRefuses() {
		AtomicInteger calls = new AtomicInteger();
		Lanes lanes = new Lanes((work) -> {
			if (calls.incrementAndGet() == 1) {
				throw new RejectedExecutionException("no threads");
			}
			this.executor.execute(work);
		}, 1);
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> lanes.submit("a", () -> this.done.add("refused")));
		lanes.submit("a", () -> this.done.add("again"));
		Awaitility.await().until(() -> this.done.contains("again"));
		assertThat(this.done).containsExactly("again");
	}

	@Test
	void leavesNothingBehindWhenThereAreNoThreads() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		Lanes lanes = new Lanes((work) -> {
			if (calls.incrementAndGet() > 1) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			this.executor.execute(work);
		}, 4);
		lanes.submit("a", () -> await(this.release));
		for (int i = 0; i < 10; i++) {
			lanes.submit("b" + i, () -> this.done.add("taken"));
		}
		this.release.countDown();
		Awaitility.await().until(() -> this.done.size() == 10);
		assertThat(lanes.drain(Duration.ofSeconds(5))).isTrue();
	}

	@Test
	void aTaskDoesNotInheritAnInterrupt() {
		Lanes lanes = new Lanes(this.executor, 1);
		lanes.submit("a", () -> Thread.currentThread().interrupt());
		lanes.submit("a", () -> this.done.add(Thread.currentThread().isInterrupted()));
		Awaitility.await().until(() -> this.done.size() == 1);
		assertThat(this.done).containsExactly(false);
	}

	@Test
	void aSuccessorGoesOnInTheLaneOfAThreadThatDoesNotComeBack() throws Exception {
		Lanes lanes = new Lanes(this.executor, 1);
		List<Thread> stray = new CopyOnWriteArrayList<>();
		lanes.submit("a", () -> {
			stray.add(Thread.currentThread());
			await(this.release);
			this.done.add("stray");
		});
		lanes.submit("a", () -> this.done.add("next"));
		Awaitility.await().until(() -> stray.size() == 1);
		assertThat(lanes.replace(stray.get(0), () -> this.done.add("successor"))).isTrue();
		Awaitility.await().until(() -> this.done.size() == 2);
		assertThat(this.done).containsExactly("successor", "next");
		assertThat(lanes.replace(stray.get(0), () -> this.done.add("twice"))).isFalse();
		assertThat(lanes.drain(Duration.ofSeconds(5))).as("nobody waits for the stray").isTrue();
	}

	private static void await(CountDownLatch latch) {
		boolean interrupted = false;
		while (true) {
			try {
				assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
				break;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
