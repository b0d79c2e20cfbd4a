// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a run is to be.
 *
 * @param folder where its files go
 * @param rounds how often each scenario is repeated
 * @param only the families of scenarios to be run, or none for all of which there are
 * bars or that are quick
 * @param scale what sizes and times are multiplied with: less than 1 for a rehearsal
 * @param given settings that ours gets beside its defaults, as {@code name=value}
 */
record Settings(Path folder, int rounds, List<String> only, double scale, List<String> given) {

	/**
	 * What takes long and no bar is about.
	 */
	private static final Set<String> ON_REQUEST = Set.of("more-faults");

	private static final Duration WARM_UP = Duration.ofSeconds(15);

	/**
	 * Read the arguments of the command.
	 * @param arguments {@code name=value} each; those without a value count as not given
	 */
	static Settings of(String... arguments) {
		Map<String, String> values = new HashMap<>();
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			if (equals < 0) {
				throw new IllegalArgumentException("'" + argument + "' is no setting: write name=value");
			}
			values.put(argument.substring(0, equals), argument.substring(equals + 1));
		}
		return new Settings(Path.of(values.getOrDefault("folder", "target/price")),
				Integer.parseInt(values.getOrDefault("rounds", "5")), list(values.getOrDefault("only", "")),
				Double.parseDouble(values.getOrDefault("scale", "1")), list(values.getOrDefault("ours", "")));
	}

	private static List<String> list(String value) {
		return Stream.of(value.split("[,\\s]+")).filter((word) -> !word.isEmpty()).toList();
	}

	boolean isWanted(Scenario scenario) {
		return this.only.isEmpty() ? !ON_REQUEST.contains(scenario.family()) : this.only.contains(scenario.family());
	}

	int scaled(int count) {
		return (int) Math.max(1, Math.round(count * this.scale));
	}

	Duration scaled(Duration time) {
		return Duration.ofMillis((long) (time.toMillis() * this.scale));
	}

	/**
	 * For how long a library is busy before it is measured, so that it is compiled.
	 */
	Duration warmUp() {
		return scaled(WARM_UP);
	}

}
