// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.telegramnopool.client.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * What an examination of the way to Telegram has found.
 *
 * @param healthy whether every phase went well
 * @param route the way that was taken
 * @param username the bot's name as Telegram knows it, or {@code null} if that was not
 * reached
 * @param failedIn the phase that failed, or {@code null} if all is well
 * @param finding what happened and what to do about it, or {@code null} if all is well
 * @param phaseMillis how long each phase took, in milliseconds
 * @since 0.1.0
 */
public record ProbeDescriptor(boolean healthy, String route, @Nullable String username, @Nullable String failedIn,
		@Nullable String finding, Map<String, Long> phaseMillis) {

	static ProbeDescriptor of(Diagnosis diagnosis) {
		Map<String, Long> millis = new LinkedHashMap<>();
		diagnosis.times().durations().forEach((phase, time) -> millis.put(name(phase), time.toMillis()));
		return new ProbeDescriptor(diagnosis.isHealthy(), diagnosis.route(), diagnosis.username(),
				(diagnosis.failedIn() != null) ? name(diagnosis.failedIn()) : null, diagnosis.finding(), millis);
	}

	private static String name(Enum<?> phase) {
		return phase.name().toLowerCase(Locale.ROOT);
	}

}
