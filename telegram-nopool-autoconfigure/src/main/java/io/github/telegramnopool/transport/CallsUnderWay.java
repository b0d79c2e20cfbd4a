// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * The calls of a transport that have not ended, and what ends them when they do not by
 * themselves: their time, and the end of the transport.
 */
final class CallsUnderWay {

	private final Scheduler timer;

	private final FailureTranslator failures;

	private final @Nullable Consumer<PhaseTimes> phases;

	private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private volatile boolean closed;

	/**
	 * Create an account.
	 * @param phases told the times of each call that ends, or {@code null}
	 */
	CallsUnderWay(Scheduler timer, FailureTranslator failures, @Nullable Consumer<PhaseTimes> phases) {
		this.timer = timer;
		this.failures = failures;
		this.phases = phases;
	}

	void begins(Exchange exchange) {
		this.exchanges.add(exchange);
		if (this.closed) {
			exchange.fails(stopping());
		}
	}

	/**
	 * Note an end, as often as it is noticed.
	 */
	void ends(Exchange exchange) {
		boolean first = this.exchanges.remove(exchange);
		if (first && this.phases != null) {
			this.phases.accept(exchange.times());
		}
	}

	/**
	 * Do something after a while.
	 * @return what keeps it from being done
	 */
	Disposable after(Duration time, Runnable task) {
		try {
			return this.timer.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The transport is closed, and all that is under way ends for that
			return Disposables.disposed();
		}
	}

	/**
	 * Let a call wait before it goes on.
	 */
	Mono<Void> pause(Duration time) {
		return Mono.delay(time, this.timer)
			.then()
			.takeUntilOther(this.closing.asMono().then(Mono.error(CallsUnderWay::stopping)));
	}

	/**
	 * Give a call up and say why.
	 */
	Throwable failure(Exchange exchange, Throwable cause) {
		if (cause instanceof TransportException || cause instanceof RefusedDownloadException) {
			exchange.abort();
			return cause;
		}
		return exchange.failure(this.failures.translate(cause, exchange.giveUp()));
	}

	void close() {
		this.closed = true;
		this.closing.tryEmitEmpty();
		this.exchanges.forEach((exchange) -> exchange.fails(stopping()));
	}

	static CancellationException stopping() {
		return new CancellationException("the application stops");
	}

}
