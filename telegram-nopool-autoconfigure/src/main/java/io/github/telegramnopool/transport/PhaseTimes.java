// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How long each phase of a call took, in order. A phase that was not reached or that
 * there was none of is left out; {@link Phase#REQUEST} lasts until the first byte of the
 * answer.
 *
 * @param durations the phases with their durations
 * @param writing the part of {@link Phase#REQUEST} in which the request was written, or
 * {@code null} if that was not measured or not all of it was written
 * @since 0.1.0
 */
public record PhaseTimes(Map<Phase, Duration> durations, @Nullable Duration writing) {

	public PhaseTimes {
		durations = Collections.unmodifiableMap(durations.isEmpty() ? Map.of() : new EnumMap<>(durations));
	}

	/**
	 * Create times whose writing was not measured.
	 * @param durations the phases with their durations
	 */
	public PhaseTimes(Map<Phase, Duration> durations) {
		this(durations, null);
	}

	PhaseTimes withWriting(@Nullable Duration writing) {
		return new PhaseTimes(this.durations, writing);
	}

	@Override
	public String toString() {
		return this.durations.entrySet()
			.stream()
			.filter((entry) -> isOfInterest(entry.getKey(), entry.getValue()))
			.map((entry) -> name(entry.getKey()) + " " + entry.getValue().toMillis() + " ms")
			.collect(Collectors.joining(", "));
	}

	/**
	 * Before its first connection a JVM is busy with itself: that is no waiting to speak
	 * of.
	 */
	private static boolean isOfInterest(Phase phase, Duration duration) {
		return switch (phase) {
			case WAITING -> duration.toSeconds() > 0;
			case DNS, TLS, RESPONSE -> duration.toMillis() > 0;
			case TCP, PROXY, REQUEST -> true;
		};
	}

	private static String name(Phase phase) {
		return switch (phase) {
			case WAITING -> "waiting";
			case DNS -> "dns";
			case TCP -> "tcp";
			case PROXY -> "proxy";
			case TLS -> "tls";
			case REQUEST -> "first byte";
			case RESPONSE -> "body";
		};
	}

}
