// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures candidates in turn, round after round, each time in a JVM of its own: what
 * else the machine does then falls on all of them. Ratios are to the first candidate.
 */
final class Rounds {

	private static final PrintStream OUT = System.out;

	private final String name;

	private final Class<?> benchmark;

	private final String ours;

	private final Map<String, List<Double>> scores = new TreeMap<>();

	private final List<String> rows = new ArrayList<>(List.of("round\tcandidate\tscore\tunit\tload"));

	Rounds(String name, Class<?> benchmark, String ours) {
		this.name = name;
		this.benchmark = benchmark;
		this.ours = ours;
	}

	void run(int rounds, Path folder) throws IOException, RunnerException {
		for (int round = 1; round <= rounds; round++) {
			OUT.printf("%s, round %d of %d%n", this.name, round, rounds);
			for (RunResult result : new Runner(options()).run()) {
				add(round, result);
			}
		}
		Files.createDirectories(folder);
		Files.write(folder.resolve(this.name + ".tsv"), this.rows);
		this.scores.forEach(this::print);
	}

	private Options options() {
		return new OptionsBuilder().include(this.benchmark.getName() + "\\..*")
			.forks(1)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.build();
	}

	private void add(int round, RunResult result) {
		String candidate = result.getPrimaryResult().getLabel();
		double score = result.getPrimaryResult().getScore();
		this.scores.computeIfAbsent(candidate, (name) -> new ArrayList<>()).add(score);
		this.rows.add("%d\t%s\t%.3f\t%s\t%.2f".formatted(round, candidate, score,
				result.getPrimaryResult().getScoreUnit(), load()));
	}

	private static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

	private void print(String candidate, List<Double> scores) {
		List<Double> ratios = new ArrayList<>();
		List<Double> own = this.scores.getOrDefault(this.ours, List.of());
		for (int i = 0; i < scores.size(); i++) {
			ratios.add(scores.get(i) / own.get(i));
		}
		OUT.printf(Locale.ROOT, "%-16s median %9.1f (%.1f-%.1f), to ours x %.2f (%.2f-%.2f)%n", candidate,
				median(scores), Collections.min(scores), Collections.max(scores), median(ratios),
				Collections.min(ratios), Collections.max(ratios));
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
