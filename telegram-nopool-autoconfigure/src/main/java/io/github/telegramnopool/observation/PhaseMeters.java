// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.PhaseListener;
import io.github.telegramnopool.transport.PhaseTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Measures the phases of fresh connections, of calls and polls. What follows when a
 * connection stands is measured of calls only: the answer to a poll waits for updates.
 *
 * @since 0.1.0
 */
public final class PhaseMeters implements PhaseListener {

	private final Supplier<MeterRegistry> registry;

	private final Map<String, Map<String, Timer>> timers = new ConcurrentHashMap<>();

	/**
	 * Create the meters.
	 * @param registry asked when the first call ends
	 */
	public PhaseMeters(Supplier<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void ended(String bot, boolean poll, PhaseTimes times) {
		for (Map.Entry<Phase, Duration> time : times.durations().entrySet()) {
			if (time.getKey() == Phase.REQUEST && !poll) {
				requested(bot, time.getValue(), times.writing());
			}
			else if (!poll || time.getKey().compareTo(Phase.REQUEST) < 0) {
				record(bot, name(time.getKey()), time.getValue());
			}
		}
	}

	/**
	 * A request is written and then waits for the first byte of its answer.
	 */
	private void requested(String bot, Duration total, @Nullable Duration writing) {
		if (writing == null) {
			record(bot, "request", total);
			return;
		}
		Duration waiting = total.minus(writing);
		record(bot, "request", writing);
		record(bot, "first_byte", waiting.isNegative() ? Duration.ZERO : waiting);
	}

	private void record(String bot, String phase, Duration time) {
		this.timers.computeIfAbsent(bot, (name) -> new ConcurrentHashMap<>())
			.computeIfAbsent(phase, (name) -> timer(bot, name))
			.record(time);
	}

	private Timer timer(String bot, String phase) {
		return Timer.builder("telegram.connection.phase")
			.description("Time that a phase of a call on a fresh connection took")
			.tag("bot", bot)
			.tag("phase", phase)
			.register(this.registry.get());
	}

	private static String name(Phase phase) {
		return switch (phase) {
			case WAITING -> "waiting";
			case DNS -> "dns";
			case TCP -> "tcp";
			case PROXY -> "proxy";
			case TLS -> "tls";
			case REQUEST -> "request";
			case RESPONSE -> "body";
		};
	}

}
