// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BoundedCall}.
 */
@Timeout(60)
class BoundedCallTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final Scheduler timer = Schedulers.newSingle("bounded-call", true);

	private final CallsUnderWay calls = new CallsUnderWay(this.timer,
			new FailureTranslator(TransportFixtures.settings("http://api.test", null), false), null);

	private final Exchange exchange = new Exchange();

	private final Sinks.Many<String> content = Sinks.many().unicast().onBackpressureBuffer();

	private final AtomicInteger cancelled = new AtomicInteger();

	@AfterEach
	void close() {
		this.timer.dispose();
	}

	private Flux<String> call(Duration deadline, Duration answer) {
		return call((exchange) -> this.content.asFlux().doOnCancel(this.cancelled::incrementAndGet), deadline, answer);
	}

	private Flux<String> call(Function<Exchange, Flux<String>> work, Duration deadline, Duration answer) {
		return new BoundedCall<>(this.calls, () -> this.exchange, work, deadline, answer);
	}

	private static void assertOverdue(Throwable failure) {
		assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("100 ms");
	}

	@Test
	void passesOnWhatComes() {
		StepVerifier.create(call(LONG, LONG)).then(() -> {
			this.content.tryEmitNext("a");
			this.content.tryEmitNext("b");
			this.content.tryEmitComplete();
		}).expectNext("a", "b").expectComplete().verify(LONG);
		assertThat(this.exchange.isOver()).isTrue();
		assertThat(this.exchange.isAborted()).as("a call that has succeeded is not given up").isFalse();
		assertThat(this.cancelled).hasValue(0);
	}

	@Test
	void isFoundInTheContext() {
		StepVerifier
			.create(call(
					(exchange) -> Flux
						.deferContextual((context) -> Flux.just(String.valueOf(Exchange.from(context) == exchange))),
					LONG, LONG))
			.expectNext("true")
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void endsByItsDeadline() {
		StepVerifier.create(call(Duration.ofMillis(100), LONG))
			.expectErrorSatisfies(BoundedCallTests::assertOverdue)
			.verify(LONG);
		assertGivenUp();
	}

	@Test
	void theTimeForAnAnswerBeginsWhenTheRequestIsWritten() {
		StepVerifier.create(call(LONG, Duration.ofMillis(100)))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(300))
			.then(this.exchange::send)
			.expectErrorSatisfies(BoundedCallTests::assertOverdue)
			.verify(LONG);
		assertThat(this.cancelled).hasValue(1);
	}

	@Test
	void anAnswerThatHasBegunMayTakeTheWholeDeadline() {
		StepVerifier.create(call(LONG, Duration.ofMillis(100))).expectSubscription().then(() -> {
			this.exchange.send();
			this.exchange.answered();
		}).expectNoEvent(Duration.ofMillis(300)).thenCancel().verify(LONG);
	}

	@Test
	void endsWithItsConnection() {
		StepVerifier.create(call(LONG, LONG))
			.then(() -> this.exchange.fails(new IllegalStateException("broken")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(TransportException.class)
				.hasMessageContaining("broken"))
			.verify(LONG);
		assertGivenUp();
	}

	@Test
	void endsWithTheTransport() {
		StepVerifier.create(call(LONG, LONG))
			.then(this.calls::close)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(TransportException.class)
				.hasMessageContaining("the application stops"))
			.verify(LONG);
		assertGivenUp();
	}

	@Test
	void doesNotBeginAfterTheEndOfTheTransport() {
		this.timer.dispose();
		this.calls.close();
		StepVerifier.create(call(LONG, LONG))
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("the application stops"))
			.verify(LONG);
		assertGivenUp();
	}

	@Test
	void endsWhenNobodyWaits() {
		call(LONG, LONG).subscribe().dispose();
		assertGivenUp();
	}

	@Test
	void whatWasThereBeforeAnErrorIsNotTranslatedTwice() {
		TransportException failure = new TransportException(Phase.TCP, false, false, new PhaseTimes(Map.of()), "no way",
				null);
		StepVerifier.create(call(LONG, LONG))
			.then(() -> this.content.tryEmitError(failure))
			.expectErrorSatisfies((error) -> assertThat(error).isSameAs(failure))
			.verify(LONG);
		assertThat(this.exchange.isAborted()).isTrue();
	}

	/**
	 * Signals that come at the same time must not overtake each other, and there is one
	 * end.
	 */
	@Test
	void exactlyOneEndWins() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int i = 0; i < 2000; i++) {
				assertEndsOnce(threads);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void assertEndsOnce(ExecutorService threads) throws Exception {
		Exchange exchange = new Exchange();
		Sinks.One<String> answer = Sinks.one();
		AtomicInteger ends = new AtomicInteger();
		CyclicBarrier together = new CyclicBarrier(2);
		Disposable call = new BoundedCall<>(this.calls, () -> exchange, (given) -> answer.asMono().flux(), LONG, LONG)
			.subscribe(null, (failure) -> ends.incrementAndGet(), ends::incrementAndGet);
		List<Runnable> sides = List.of(() -> answer.tryEmitValue("done"),
				() -> exchange.fails(new IllegalStateException("broken")));
		for (var end : sides.stream().map((side) -> threads.submit(() -> {
			together.await(10, TimeUnit.SECONDS);
			side.run();
			return null;
		})).toList()) {
			end.get(10, TimeUnit.SECONDS);
		}
		assertThat(ends).hasValue(1);
		assertThat(call.isDisposed()).isTrue();
	}

	private void assertGivenUp() {
		assertThat(this.cancelled).hasValue(1);
		assertThat(this.exchange.isOver()).isTrue();
		assertThat(this.exchange.isAborted()).isTrue();
	}

}
