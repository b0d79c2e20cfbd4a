// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rows of a run. Each is written as a line of JSON as soon as it is there, so that a
 * run that is cut short is not lost.
 */
public final class Figures {

	private final JsonMapper mapper = new JsonMapper();

	private final @Nullable Path file;

	private final List<Row> rows = new ArrayList<>();

	private final Map<String, String> missing = new LinkedHashMap<>();

	/**
	 * Create without rows.
	 * @param file where the lines are added, or {@code null} for nowhere
	 */
	public Figures(@Nullable Path file) {
		this.file = file;
	}

	/**
	 * Add a row.
	 * @param row the row
	 * @throws IOException if it cannot be written
	 */
	public synchronized void add(Row row) throws IOException {
		this.rows.add(row);
		write(row.toMap());
	}

	/**
	 * Add what is no row: the circumstances of the run.
	 * @param line its values by name
	 * @throws IOException if it cannot be written
	 */
	public synchronized void write(Map<String, Object> line) throws IOException {
		if (this.file != null) {
			Files.writeString(this.file, this.mapper.writeValueAsString(line) + "\n", StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
	}

	/**
	 * Something cannot be measured.
	 * @param scenario in which scenario
	 * @param contender whom, or an empty text for all
	 * @param reason why
	 */
	public synchronized void addMissing(String scenario, String contender, String reason) {
		this.missing.put(contender.isEmpty() ? scenario : scenario + ", " + contender, reason);
	}

	/**
	 * What cannot be measured, and why.
	 * @return reasons by scenario and contender
	 */
	public synchronized Map<String, String> missing() {
		return new LinkedHashMap<>(this.missing);
	}

	synchronized Set<String> scenarios() {
		Set<String> scenarios = new LinkedHashSet<>();
		this.rows.forEach((row) -> scenarios.add(row.scenario()));
		return scenarios;
	}

	synchronized Set<String> contenders(String scenario) {
		Set<String> contenders = new LinkedHashSet<>();
		this.rows.stream()
			.filter((row) -> row.scenario().equals(scenario))
			.forEach((row) -> contenders.add(row.contender()));
		return contenders;
	}

	/**
	 * What was measured, in all rounds.
	 * @param scenario in which scenario
	 * @param contender whom
	 * @param measure what
	 * @return its spread, if there is any value
	 */
	public Optional<Spread> spread(String scenario, String contender, Measure measure) {
		return spreadOf(List.copyOf(values(scenario, contender, measure).values()));
	}

	/**
	 * The ratio of two contenders, each to the other of the same round.
	 * @param scenario in which scenario
	 * @param contender whose value is divided
	 * @param against by whose
	 * @param measure what
	 * @return its spread, if there is a round with both
	 */
	public Optional<Spread> ratio(String scenario, String contender, String against, Measure measure) {
		Map<Integer, Double> divisors = values(scenario, against, measure);
		List<Double> ratios = new ArrayList<>();
		values(scenario, contender, measure).forEach((round, value) -> {
			Double divisor = divisors.get(round);
			if (divisor != null && divisor != 0) {
				ratios.add(value / divisor);
			}
		});
		return spreadOf(ratios);
	}

	/**
	 * The sum of all that was measured, of those whose name begins so.
	 */
	synchronized Optional<Double> sum(String beginning, Measure measure) {
		return this.rows.stream()
			.filter((row) -> row.contender().startsWith(beginning))
			.map((row) -> row.values().get(measure))
			.filter(java.util.Objects::nonNull)
			.reduce(Double::sum);
	}

	private synchronized Map<Integer, Double> values(String scenario, String contender, Measure measure) {
		Map<Integer, Double> values = new TreeMap<>();
		for (Row row : this.rows) {
			Double value = row.values().get(measure);
			if (value != null && row.scenario().equals(scenario) && row.contender().equals(contender)) {
				values.put(row.round(), value);
			}
		}
		return values;
	}

	private static Optional<Spread> spreadOf(List<Double> values) {
		return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
	}

}
