// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

import org.jspecify.annotations.Nullable;

/**
 * Notes when a call reaches each phase.
 */
final class PhaseClock {

	private static final Phase[] PHASES = Phase.values();

	/**
	 * When each phase was begun, 0 for never. The last place is the end.
	 */
	private final AtomicLongArray begun = new AtomicLongArray(PHASES.length + 1);

	void begins(Phase phase) {
		begins(phase.ordinal());
	}

	void ends() {
		begins(PHASES.length);
	}

	private void begins(int place) {
		this.begun.compareAndSet(place, 0, System.nanoTime());
	}

	/**
	 * Take over what another clock has noted.
	 */
	void take(PhaseClock other) {
		for (int place = 0; place < PHASES.length; place++) {
			this.begun.compareAndSet(place, 0, other.begun.get(place));
		}
	}

	/**
	 * The time from when a phase was begun.
	 * @param end when it ended, 0 for never
	 * @return the time, or {@code null} if there is none
	 */
	@Nullable Duration until(Phase phase, long end) {
		long begun = this.begun.get(phase.ordinal());
		return (begun != 0 && end != 0) ? Duration.ofNanos(Math.max(0, end - begun)) : null;
	}

	/**
	 * Take the times. A phase lasts until the next one that was begun.
	 */
	PhaseTimes times() {
		Map<Phase, Duration> durations = new EnumMap<>(Phase.class);
		long next = this.begun.get(PHASES.length);
		for (int place = PHASES.length - 1; place >= 0; place--) {
			long begun = this.begun.get(place);
			if (begun != 0) {
				if (next != 0) {
					durations.put(PHASES[place], Duration.ofNanos(Math.max(0, next - begun)));
				}
				next = begun;
			}
		}
		return new PhaseTimes(durations);
	}

}
