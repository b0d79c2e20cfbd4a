// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.util.List;
import java.util.Optional;

/**
 * All contenders of one scenario, in Markdown: medians with their spread, and the ratio
 * of the first measure to ours.
 *
 * @param scenario the scenario
 * @param measures what is told of it, first what is compared
 * @param ours to whom the others are compared
 */
public record ScenarioTable(String scenario, List<Measure> measures, String ours) {

	/**
	 * Write it.
	 * @param figures what came out
	 * @return the table
	 */
	public String markdown(Figures figures) {
		StringBuilder table = new StringBuilder("| |");
		this.measures.forEach((measure) -> table.append(" %s |".formatted(measure.title())));
		table.append(" times ours |\n|---|").append("---:|".repeat(this.measures.size() + 1)).append('\n');
		for (String contender : figures.contenders(this.scenario)) {
			table.append("| %s |".formatted(contender));
			for (Measure measure : this.measures) {
				table.append(" %s |".formatted(figures.spread(this.scenario, contender, measure)
					.map((spread) -> cell(measure, spread))
					.orElse("")));
			}
			table.append(" %s |\n".formatted(contender.equals(this.ours) ? "" : ratio(figures, contender)));
		}
		return table.toString();
	}

	private static String cell(Measure measure, Spread spread) {
		String median = measure.format(spread.median());
		String low = measure.format(spread.low());
		String high = measure.format(spread.high());
		return low.equals(high) ? median : "%s (%s-%s)".formatted(median, low, high);
	}

	/**
	 * If the rounds do not agree on who is better, there is no ratio to be told.
	 */
	private String ratio(Figures figures, String contender) {
		Optional<Spread> ratio = figures.ratio(this.scenario, contender, this.ours, this.measures.get(0));
		return ratio.map((spread) -> spread.straddles(1) ? "not shown" : cell(Measure.P50, spread)).orElse("");
	}

}
