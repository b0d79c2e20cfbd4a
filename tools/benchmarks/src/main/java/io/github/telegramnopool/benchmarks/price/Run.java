// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Figures;
import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.figures.Spread;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.Stage;

/**
 * What scenarios need.
 *
 * @param settings how the run is to be
 * @param stage Telegram, and lines to it
 * @param troupe the contenders
 * @param figures where rows go
 */
record Run(Settings settings, Stage stage, Troupe troupe, Figures figures) {

	private static final PrintStream OUT = System.out;

	private static final double MILLION = 1e6;

	/**
	 * Let each contender have its turn; who is first changes from round to round. What
	 * cannot be measured is told, and the others go on.
	 */
	void inTurn(Scenario scenario, List<Contender> contenders, int round, Turn turn)
			throws IOException, InterruptedException {
		List<Contender> order = new ArrayList<>(contenders);
		Collections.rotate(order, -(round - 1));
		for (Contender contender : order) {
			Row row = new Row(scenario.name(), contender.title(), round, load());
			try {
				turn.take(contender, row);
				add(row);
			}
			catch (NotHere | PeerFailedException ex) {
				missing(scenario, contender.title(), ex);
			}
		}
	}

	void add(Row row) throws IOException {
		this.figures.add(row);
		StringBuilder line = new StringBuilder();
		row.values()
			.forEach((measure, value) -> line.append(", ")
				.append(measure.title().split(",")[0])
				.append(' ')
				.append(measure.formatWithUnit(value)));
		OUT.printf("%d  %s: %s%s%n", row.round(), row.scenario(), row.contender(), line);
	}

	void missing(Scenario scenario, String contender, Exception reason) {
		OUT.printf("-  %s: %s not measured: %s%n", scenario.name(), contender, reason.getMessage());
		this.figures.addMissing(scenario.name(), contender, String.valueOf(reason.getMessage()));
	}

	static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

	/**
	 * Value that so many of a hundred microseconds do not exceed, in seconds.
	 */
	static double percentile(List<Long> micros, double percent) {
		if (micros.isEmpty()) {
			return Double.NaN;
		}
		return Spread.percentile(micros.stream().sorted().map(Long::doubleValue).toList(), percent) / MILLION;
	}

	/**
	 * What the server counts must hold in every scenario.
	 */
	void carried(Row row) {
		row.with(Measure.CARRIED_TWO, this.stage.telegram().tally().carriedTwo())
			.raw("connections", this.stage.telegram().tally().connections())
			.raw("requests", this.stage.telegram().tally().requests());
	}

	/**
	 * A contender's turn.
	 */
	@FunctionalInterface
	interface Turn {

		void take(Contender contender, Row row) throws IOException, NotHere, InterruptedException;

	}

}
