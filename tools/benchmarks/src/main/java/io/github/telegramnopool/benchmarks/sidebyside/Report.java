// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

/**
 * A run as a table for people, and as raw rows.
 *
 * @param circumstances of the run, by name
 * @param rows its results
 */
record Report(Map<String, Object> circumstances, List<Row> rows) {

	void write(Path folder) throws IOException {
		JsonMapper mapper = new JsonMapper();
		List<String> lines = new ArrayList<>();
		lines.add(mapper.writeValueAsString(this.circumstances));
		this.rows.forEach((row) -> lines.add(mapper.writeValueAsString(row.values())));
		Files.write(folder.resolve("side-by-side.jsonl"), lines);
		Files.writeString(folder.resolve("side-by-side.md"), markdown());
	}

	String markdown() {
		List<Integer> percents = this.rows.stream().map(Row::percent).distinct().sorted().toList();
		StringBuilder table = new StringBuilder("| | |");
		percents.forEach((percent) -> table.append(" %d %% |".formatted(percent)));
		table.append("\n|---|---|").append("---:|".repeat(percents.size())).append('\n');
		section(table, percents, "heard in the time of the faults",
				(row) -> "%.1f %%".formatted(row.hearing().delivered()));
		section(table, percents, "heard within 10 s", (row) -> "%.1f %%".formatted(row.hearing().onTime()));
		section(table, percents, "longest silence", (row) -> seconds(row.hearing().longestSilence()));
		section(table, percents, "hears again after the end of the faults", Report::recovery);
		section(table, percents, "never heard", (row) -> Long.toString(row.hearing().unheard()));
		return table.toString();
	}

	private void section(StringBuilder table, List<Integer> percents, String measure, Function<Row, String> value) {
		String title = measure;
		for (Contestant contestant : Arrays.stream(Contestant.values()).filter(this::hasRow).toList()) {
			table.append("| %s | %s |".formatted(title, contestant.title()));
			for (int percent : percents) {
				String cell = this.rows.stream()
					.filter((row) -> row.contestant() == contestant && row.percent() == percent)
					.map(value)
					.findFirst()
					.orElse("");
				table.append(" %s |".formatted(cell));
			}
			table.append('\n');
			title = "";
		}
	}

	private boolean hasRow(Contestant contestant) {
		return this.rows.stream().anyMatch((row) -> row.contestant() == contestant);
	}

	private static String recovery(Row row) {
		OptionalLong recovery = row.hearing().recovery();
		return recovery.isPresent() ? seconds(recovery.getAsLong()) : "not in this run";
	}

	private static String seconds(long millis) {
		return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
	}

}
