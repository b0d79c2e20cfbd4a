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

/**
 * Measures the phases of fresh connections, of calls and polls. What follows when a
 * connection stands is measured of calls only: the answer to a poll waits for updates.
 *
 * @since 0.1.0
 */
public final class PhaseMeters implements PhaseListener {

	private final Supplier<MeterRegistry> registry;

	private final Map<String, Map<Phase, Timer>> timers = new ConcurrentHashMap<>();

	/**
	 * Create the meters.
	 * @param registry asked when the first call ends
	 */
	public PhaseMeters(Supplier<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void ended(String bot, boolean poll, PhaseTimes times) {
		Map<Phase, Timer> timers = this.timers.computeIfAbsent(bot, (name) -> new ConcurrentHashMap<>());
		for (Map.Entry<Phase, Duration> time : times.durations().entrySet()) {
			Phase phase = time.getKey();
			if (!poll || phase.compareTo(Phase.REQUEST) < 0) {
				timers.computeIfAbsent(phase, (key) -> timer(bot, key)).record(time.getValue());
			}
		}
	}

	private Timer timer(String bot, Phase phase) {
		return Timer.builder("telegram.connection.phase")
			.description("Time that a phase of a call on a fresh connection took")
			.tag("bot", bot)
			.tag("phase", name(phase))
			.register(this.registry.get());
	}

	private static String name(Phase phase) {
		return switch (phase) {
			case WAITING -> "waiting";
			case DNS -> "dns";
			case TCP -> "tcp";
			case PROXY -> "proxy";
			case TLS -> "tls";
			case REQUEST -> "first_byte";
			case RESPONSE -> "body";
		};
	}

}
