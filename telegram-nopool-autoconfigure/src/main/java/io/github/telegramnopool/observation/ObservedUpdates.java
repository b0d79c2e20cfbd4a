// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.dispatch.UpdateObservation;
import io.github.telegramnopool.dispatch.UpdateObserver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Observes the handling of each update, as a root. It is the current observation of the
 * threads that listeners run on, and in the Reactor context of what they return.
 *
 * @since 0.1.0
 */
public final class ObservedUpdates implements UpdateObserver {

	private static final UpdateObservationConvention DEFAULT = new DefaultUpdateObservationConvention();

	private final Supplier<ObservationRegistry> registry;

	private final @Nullable UpdateObservationConvention convention;

	/**
	 * Create an observer.
	 * @param registry asked when the first update comes
	 * @param convention names and key values, or {@code null} for those of the default
	 */
	public ObservedUpdates(Supplier<ObservationRegistry> registry, @Nullable UpdateObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public UpdateObservation begin(String bot, ReceivedUpdate update) {
		UpdateContext context = new UpdateContext(bot, update);
		Observation observation = TelegramObservationDocumentation.UPDATE.observation(this.convention, DEFAULT,
				() -> context, this.registry.get());
		return observation.isNoop() ? UpdateObservation.NONE : new ObservedHandling(context, observation.start());
	}

	private static final class ObservedHandling implements UpdateObservation {

		private final UpdateContext context;

		private final Observation observation;

		private final AtomicBoolean over = new AtomicBoolean();

		ObservedHandling(UpdateContext context, Observation observation) {
			this.context = context;
			this.observation = observation;
		}

		@Override
		public Scope open() {
			return this.observation.openScope()::close;
		}

		@Override
		public <T> Flux<T> surround(Flux<T> returned) {
			return returned.contextWrite((context) -> context.put(CallObservation.KEY, this.observation));
		}

		@Override
		public void failed(Throwable failure) {
			this.observation.error(failure);
		}

		@Override
		public void ended(Outcome outcome) {
			if (this.over.compareAndSet(false, true)) {
				this.context.ends(outcome);
				this.observation.stop();
			}
		}

	}

}
