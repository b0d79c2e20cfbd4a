// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.util.Arrays;
import java.util.List;

/**
 * What Prometheus gets at one moment.
 *
 * @param lines the samples, one a line
 */
record Samples(List<String> lines) {

	static Samples of(OperatedBot bot) {
		return new Samples(bot.get("/prometheus").body().lines().filter((line) -> !line.startsWith("#")).toList());
	}

	/**
	 * The sum of all samples of a name with certain labels, such as
	 * {@code kind="message"}.
	 * @return the sum, 0 if there is none
	 */
	double value(String name, String... labels) {
		return names(name, labels).stream()
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	List<String> names(String name, String... labels) {
		return this.lines.stream()
			.filter((line) -> line.startsWith(name + "{") || line.startsWith(name + " "))
			.filter((line) -> Arrays.stream(labels).allMatch(line::contains))
			.toList();
	}

}
