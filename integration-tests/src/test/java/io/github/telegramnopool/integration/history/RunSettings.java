// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.time.Duration;

/**
 * What a run is made of. It ends after so many updates or so much time, whatever comes
 * first.
 *
 * @param seed what all chance comes from
 * @param updates how many updates are pushed to the two bots together
 * @param duration for how long they are pushed
 * @param rate how many are pushed in a second, as long as the bots keep up
 * @param faults how many of a hundred connections, and of a hundred answers, are spoilt
 * @param killInterval the time between two {@code kill -9}, on average
 * @param sampleInterval the time between two looks at memory and file descriptors
 */
record RunSettings(long seed, long updates, Duration duration, int rate, int faults, Duration killInterval,
		Duration sampleInterval) {

	/**
	 * The settings that system properties give, such as {@code soak.updates}.
	 */
	static RunSettings of(String prefix, RunSettings defaults) {
		return new RunSettings(Long.getLong(prefix + ".seed", defaults.seed),
				Long.getLong(prefix + ".updates", defaults.updates), duration(prefix + ".duration", defaults.duration),
				Integer.getInteger(prefix + ".rate", defaults.rate),
				Integer.getInteger(prefix + ".faults", defaults.faults),
				duration(prefix + ".kill-interval", defaults.killInterval),
				duration(prefix + ".sample-interval", defaults.sampleInterval));
	}

	private static Duration duration(String property, Duration fallback) {
		Integer seconds = Integer.getInteger(property);
		return (seconds != null) ? Duration.ofSeconds(seconds) : fallback;
	}

}
