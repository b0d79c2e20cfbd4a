// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallGate}.
 */
@Timeout(60)
class CallGateTests {

	private final List<Integer> begun = new ArrayList<>();

	@Test
	void letsAllPassWithoutALimit() {
		CallGate gate = new CallGate(0);
		for (int i = 0; i < 100; i++) {
			gate.admit(call(i, Sinks.one())).subscribe();
		}
		assertThat(this.begun).hasSize(100);
		assertThat(gate.waiting()).isZero();
	}

	@Test
	void letsNoMoreThanTheLimitPass() {
		CallGate gate = new CallGate(2);
		for (int i = 0; i < 5; i++) {
			gate.admit(call(i, Sinks.one())).subscribe();
		}
		assertThat(this.begun).containsExactly(0, 1);
		assertThat(gate.waiting()).isEqualTo(3);
	}

	@Test
	void waitsInTheOrderOfComing() {
		CallGate gate = new CallGate(1);
		List<Sinks.One<String>> ends = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ends.add(Sinks.one());
			gate.admit(call(i, ends.get(i))).subscribe();
		}
		for (int i = 0; i < 5; i++) {
			assertThat(this.begun).hasSize(i + 1).last().isEqualTo(i);
			ends.get(i).tryEmitValue("done");
		}
		assertThat(gate.waiting()).isZero();
	}

	@Test
	void enteringHappensAtSubscriptionOnly() {
		CallGate gate = new CallGate(1);
		Mono<String> call = gate.admit(call(1, Sinks.one()));
		assertThat(this.begun).isEmpty();
		call.subscribe();
		assertThat(this.begun).containsExactly(1);
	}

	@Test
	void passesThePlaceOnAfterAnError() {
		CallGate gate = new CallGate(1);
		Sinks.One<String> first = Sinks.one();
		StepVerifier.create(gate.admit(call(1, first))).then(() -> {
			gate.admit(call(2, Sinks.one())).subscribe();
			first.tryEmitError(new IllegalStateException("broken"));
		}).expectErrorMessage("broken").verify(Duration.ofSeconds(5));
		assertThat(this.begun).containsExactly(1, 2);
	}

	@Test
	void passesThePlaceOnAfterACancel() {
		CallGate gate = new CallGate(1);
		Disposable first = gate.admit(call(1, Sinks.one())).subscribe();
		gate.admit(call(2, Sinks.one())).subscribe();
		first.dispose();
		assertThat(this.begun).containsExactly(1, 2);
	}

	@Test
	void cancelWhileWaitingGivesUpTheTurn() {
		CallGate gate = new CallGate(1);
		Disposable first = gate.admit(call(1, Sinks.one())).subscribe();
		Disposable second = gate.admit(call(2, Sinks.one())).subscribe();
		gate.admit(call(3, Sinks.one())).subscribe();
		second.dispose();
		assertThat(gate.waiting()).isEqualTo(1);
		first.dispose();
		assertThat(this.begun).containsExactly(1, 3);
	}

	@Test
	void cancelWhileBeingAdmittedPassesThePlaceOn() {
		CallGate gate = new CallGate(1);
		Disposable first = gate.admit(call(1, Sinks.one())).subscribe();
		Disposable.Swap second = Disposables.swap();
		second.replace(gate.admit(Mono.defer(() -> {
			second.dispose();
			return call(2, Sinks.one());
		})).subscribe());
		gate.admit(call(3, Sinks.one())).subscribe();
		first.dispose();
		assertThat(this.begun).contains(3);
		assertThat(gate.waiting()).isZero();
	}

	@Test
	void cancelThatRacesWithTheTurnLosesNoPlace() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		CyclicBarrier together = new CyclicBarrier(2);
		try {
			for (int i = 0; i < 2000; i++) {
				CallGate gate = new CallGate(1);
				Disposable first = gate.admit(Mono.never()).subscribe();
				Disposable second = gate.admit(Mono.never()).subscribe();
				AtomicInteger third = new AtomicInteger();
				gate.admit(Mono.fromRunnable(third::incrementAndGet).then(Mono.never())).subscribe();
				CountDownLatch done = new CountDownLatch(2);
				for (Disposable call : List.of(first, second)) {
					threads.execute(() -> {
						await(together);
						call.dispose();
						done.countDown();
					});
				}
				assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
				assertThat(third).as("round %d", i).hasValue(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void losesNoPlaceUnderLoad() throws Exception {
		int limit = 4;
		CallGate gate = new CallGate(limit);
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger ended = new AtomicInteger();
		int threads = 4;
		int each = 500;
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			for (int t = 0; t < threads; t++) {
				Random random = new Random(t);
				executor.execute(() -> {
					for (int i = 0; i < each; i++) {
						Mono<Long> work = Mono.defer(() -> {
							most.accumulateAndGet(running.incrementAndGet(), Math::max);
							return Mono.delay(Duration.ofMillis(random.nextInt(3)))
								.doOnTerminate(running::decrementAndGet)
								.doOnCancel(running::decrementAndGet);
						});
						Mono<Long> call = gate.admit(work).doFinally((signal) -> ended.incrementAndGet());
						if (random.nextInt(3) == 0) {
							Disposable cancelled = call.subscribe();
							Schedulers.parallel()
								.schedule(cancelled::dispose, random.nextInt(3000), TimeUnit.MICROSECONDS);
						}
						else {
							call.subscribe();
						}
					}
				});
			}
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ended.get() == threads * each);
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(most).hasValueBetween(1, limit);
		assertThat(gate.waiting()).isZero();
		for (int i = 0; i < limit + 1; i++) {
			gate.admit(call(i, Sinks.one())).subscribe();
		}
		assertThat(this.begun).as("places that are left").hasSize(limit);
	}

	@Test
	void manyThatEndAtOnceDoNotOverflowTheStack() {
		CallGate gate = new CallGate(1);
		Disposable first = gate.admit(Mono.never()).subscribe();
		AtomicInteger ended = new AtomicInteger();
		for (int i = 0; i < 20_000; i++) {
			gate.admit(Mono.empty()).doFinally((signal) -> ended.incrementAndGet()).subscribe();
		}
		first.dispose();
		assertThat(ended).hasValue(20_000);
	}

	private Mono<String> call(int number, Sinks.One<String> end) {
		return Mono.defer(() -> {
			this.begun.add(number);
			return end.asMono();
		});
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
