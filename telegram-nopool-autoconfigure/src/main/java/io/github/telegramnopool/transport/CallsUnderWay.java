package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

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

	private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private volatile boolean closed;

	CallsUnderWay(Scheduler timer, FailureTranslator failures) {
		this.timer = timer;
		this.failures = failures;
	}

	void begins(Exchange exchange) {
		this.exchanges.add(exchange);
		if (this.closed) {
			exchange.fails(stopping());
		}
	}

	void ends(Exchange exchange) {
		this.exchanges.remove(exchange);
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
