// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.util.function.Supplier;

import io.github.telegramnopool.client.CallObserver;
import io.github.telegramnopool.client.TelegramBotApi;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Observes each call of the Bot API, from when it is subscribed to until it ends. Its
 * parent is the observation in the Reactor context or, without one, that of the thread.
 *
 * @since 0.1.0
 */
public final class ObservedCalls implements CallObserver {

	private static final Log logger = LogFactory.getLog(TelegramBotApi.class);

	private static final CallObservationConvention DEFAULT = new DefaultCallObservationConvention();

	private final Supplier<ObservationRegistry> registry;

	private final @Nullable CallObservationConvention convention;

	/**
	 * Create an observer.
	 * @param registry asked when the first call begins, so that what it needs may itself
	 * need a bot
	 * @param convention names and key values, or {@code null} for those of the default
	 */
	public ObservedCalls(Supplier<ObservationRegistry> registry, @Nullable CallObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public <R> Mono<R> observe(String bot, String method, Mono<R> call) {
		return Mono.deferContextual((context) -> {
			CallObservation observation = begin(bot, method, context);
			return (observation == null) ? call
					: call.doOnSuccess((result) -> observation.succeeded())
						.doOnError(observation::failed)
						.doOnCancel(observation::cancelled)
						.contextWrite(observation::addTo);
		});
	}

	@Override
	public <T> Flux<T> observe(String bot, String method, Flux<T> call) {
		return Flux.deferContextual((context) -> {
			CallObservation observation = begin(bot, method, context);
			return (observation == null) ? call
					: call.doOnComplete(observation::succeeded)
						.doOnError(observation::failed)
						.doOnCancel(observation::cancelled)
						.contextWrite(observation::addTo);
		});
	}

	/**
	 * Begin to observe.
	 * @return the observation, or {@code null} if nobody wants one
	 */
	private @Nullable CallObservation begin(String bot, String method, ContextView reactor) {
		try {
			CallContext context = new CallContext(bot, method);
			Observation observation = TelegramObservationDocumentation.CALL.observation(this.convention, DEFAULT,
					() -> context, this.registry.get());
			if (observation.isNoop()) {
				return null;
			}
			if (reactor.getOrDefault(CallObservation.KEY, null) instanceof Observation parent) {
				observation.parentObservation(parent);
			}
			observation.start();
			return new CallObservation(context, observation);
		}
		catch (RuntimeException ex) {
			logger.debug("The call is not observed", ex);
			return null;
		}
	}

}
