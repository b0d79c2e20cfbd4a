// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.benchmarks.figures.BarTable;
import io.github.telegramnopool.benchmarks.figures.Figures;
import io.github.telegramnopool.benchmarks.figures.ScenarioTable;

/**
 * A run for people.
 *
 * @param circumstances of the run, by name
 * @param scenarios those that were run
 * @param figures what came out
 */
record PriceReport(Map<String, Object> circumstances, List<Scenario> scenarios, Figures figures) {

	void write(Path folder) throws IOException {
		Files.writeString(folder.resolve("price.md"), markdown());
		Files.writeString(folder.resolve("price.svg"), Programme.chart().svg(this.figures));
	}

	String markdown() {
		StringBuilder text = new StringBuilder("# The price of no pool\n\n");
		this.circumstances.forEach((name, value) -> text.append("- %s: %s\n".formatted(name, value)));
		text.append(
				"\nAll figures are medians of the rounds, with the least and the most in brackets. Ratios are of the same round;"
						+ " one on which rounds do not agree is not shown.\n\n## Bars\n\n");
		text.append(new BarTable(Programme.bars(), Contender.OURS).markdown(this.figures));
		for (Scenario scenario : this.scenarios) {
			text.append("\n## ").append(scenario.name()).append("\n\n");
			text.append("%s. Again: `%s`\n\n".formatted(scenario.about(), Programme.command(scenario)));
			text.append(new ScenarioTable(scenario.name(), scenario.measures(), Contender.FRESH.title())
				.markdown(this.figures));
		}
		if (!this.figures.missing().isEmpty()) {
			text.append("\n## Not measured\n\n");
			this.figures.missing().forEach((what, why) -> text.append("- %s: %s\n".formatted(what, why)));
		}
		return text.toString();
	}

}
