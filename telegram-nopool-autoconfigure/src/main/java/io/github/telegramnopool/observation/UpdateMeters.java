// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.dispatch.UpdateObservation;
import io.github.telegramnopool.dispatch.UpdateObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Counts updates by how their handling has ended, and measures how late they come.
 *
 * @since 0.1.0
 */
public final class UpdateMeters implements UpdateObserver {

	private final Supplier<MeterRegistry> registry;

	/**
	 * Create the meters.
	 * @param registry asked when the first update comes
	 */
	public UpdateMeters(Supplier<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void received(String bot, ReceivedUpdate update) {
		Instant sent = update.sent();
		if (sent != null) {
			Duration lag = Duration.between(sent, Instant.now());
			Timer.builder("telegram.update.lag")
				.description("Time from when an update was sent until it was received, by two clocks")
				.tag("bot", bot)
				.tag("kind", update.kind())
				.register(this.registry.get())
				.record(lag.isNegative() ? Duration.ZERO : lag);
		}
	}

	@Override
	public UpdateObservation begin(String bot, ReceivedUpdate update) {
		return (outcome) -> Counter.builder("telegram.updates")
			.description("Updates whose handling has ended")
			.tag("bot", bot)
			.tag("kind", update.kind())
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.registry.get())
			.increment();
	}

}
