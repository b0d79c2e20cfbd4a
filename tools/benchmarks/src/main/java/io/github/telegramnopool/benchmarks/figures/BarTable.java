// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.util.List;
import java.util.Optional;

/**
 * Promises, and whether they were kept, in Markdown.
 *
 * @param bars the promises
 * @param ours how the names of those begin whose connections may carry one request
 */
public record BarTable(List<Bar> bars, String ours) {

	/**
	 * Write it.
	 * @param figures what came out
	 * @return the table
	 */
	public String markdown(Figures figures) {
		StringBuilder table = new StringBuilder("""
				| what | bar | median | spread | rounds | |
				|---|---:|---:|---:|---:|---|
				""");
		for (Bar bar : this.bars) {
			Optional<Spread> figure = bar.figure(figures);
			table
				.append("| %s | %s | %s | %s | %s | %s |\n".formatted(bar.title(), bar.limit().format(bar),
						figure.map((spread) -> bar.format(spread.median())).orElse(""),
						figure.map((spread) -> bar.format(spread.low()) + " to " + bar.format(spread.high()))
							.orElse(""),
						figure.map((spread) -> Integer.toString(spread.rounds())).orElse(""),
						bar.verdict(figures).title()));
		}
		Optional<Double> carriedTwo = figures.sum(this.ours, Measure.CARRIED_TWO);
		table.append("| connections that carried two requests, in all of it | 0 | %s | | | %s |\n".formatted(
				carriedTwo.map(Measure.CARRIED_TWO::format).orElse(""),
				carriedTwo.map((sum) -> (sum == 0) ? Bar.Verdict.MET : Bar.Verdict.NOT_MET)
					.orElse(Bar.Verdict.NOT_MEASURED)
					.title()));
		return table.toString();
	}

}
