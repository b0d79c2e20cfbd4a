package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An error from elsewhere that ends what is under way. Reactor's {@code takeUntilOther}
 * passes such an error on too, but does not cancel.
 *
 * @param cause fails, or does nothing
 */
record Interruption(Mono<?> cause) {

	<T> Flux<T> of(Flux<T> work) {
		return Flux.defer(() -> {
			AtomicReference<Throwable> error = new AtomicReference<>();
			Mono<?> end = this.cause.doOnError(error::set).onErrorComplete();
			return work.takeUntilOther(end).concatWith(Mono.defer(() -> {
				Throwable failure = error.get();
				return (failure != null) ? Mono.error(failure) : Mono.empty();
			}));
		});
	}

}
