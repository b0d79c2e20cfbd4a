// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entry point: the folder to write into, for how many minutes things go wrong, and a
 * seed.
 * <p>
 * All bots run at the same time, so that what else the machine does falls on all of them.
 * They start while all is well, because TelegramBots' starter does not start at all if
 * its first call fails. Then things go wrong, each percentage at its own bots, while
 * users write; and then all is well again for a fifth of that time.
 */
public final class SideBySide {

	private static final PrintStream OUT = System.out;

	private static final List<Integer> PERCENTS = List.of(0, 10, 30, 50);

	private static final Duration INTERVAL = Duration.ofMillis(500);

	private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

	private static final int STARTED_TOGETHER = 4;

	private final Path folder;

	private final Duration window;

	private final long seed;

	private final List<Lane> lanes = new ArrayList<>();

	private final List<Double> load = new ArrayList<>();

	SideBySide(Path folder, Duration window, long seed) {
		this.folder = folder;
		this.window = window;
		this.seed = seed;
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path folder = Path.of((args.length > 0) ? args[0] : "target/side-by-side");
		double minutes = (args.length > 1) ? Double.parseDouble(args[1]) : 10;
		long seed = (args.length > 2) ? Long.parseLong(args[2]) : 1;
		Duration window = Duration.ofMillis((long) (minutes * 60_000));
		Report report = new SideBySide(folder, window, seed).run(List.of(Contestant.values()), PERCENTS);
		OUT.println();
		OUT.println(report.circumstances());
		OUT.println();
		OUT.println(report.markdown());
	}

	Report run(List<Contestant> contestants, List<Integer> percents) throws IOException, InterruptedException {
		Files.createDirectories(this.folder);
		try {
			start(contestants, percents);
			// Else the first update waits for classes to be loaded
			writeUntil(Instant.now().plus(this.window.dividedBy(20)));
			Instant begin = Instant.now();
			OUT.printf("%d bots poll; %s of faults begin at %s, seed %d%n", this.lanes.size(), this.window, begin,
					this.seed);
			this.lanes.forEach((lane) -> lane.begin(begin));
			writeUntil(begin.plus(this.window));
			this.lanes.forEach(Lane::heal);
			Instant healed = Instant.now();
			OUT.printf("All is well again since %s%n", healed);
			writeUntil(healed.plus(this.window.dividedBy(5)));
			Report report = new Report(circumstances(begin, healed), rows(begin, healed));
			report.write(this.folder);
			return report;
		}
		finally {
			this.lanes.forEach(Lane::close);
		}
	}

	/**
	 * Few at a time, else the machine is too busy for any.
	 */
	private void start(List<Contestant> contestants, List<Integer> percents) throws IOException, InterruptedException {
		for (int percent : percents) {
			for (Contestant contestant : contestants) {
				this.lanes.add(new Lane(contestant, new FaultPlan(percent, this.seed, this.window), this.folder));
				if (this.lanes.size() % STARTED_TOGETHER == 0) {
					awaitAll();
				}
			}
		}
		awaitAll();
	}

	private void awaitAll() throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(START_TIMEOUT);
		for (Lane lane : this.lanes) {
			while (!lane.isUp()) {
				if (Instant.now().isAfter(deadline)) {
					throw new IllegalStateException(
							"Not all bots poll after " + START_TIMEOUT + ": see " + this.folder);
				}
				Thread.sleep(20);
			}
		}
	}

	private void writeUntil(Instant end) throws InterruptedException {
		for (Instant next = Instant.now(); next.isBefore(end); next = next.plus(INTERVAL)) {
			Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
			this.lanes.forEach(Lane::turn);
			this.load.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		}
		Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
	}

	private List<Row> rows(Instant begin, Instant healed) throws IOException {
		List<Row> rows = new ArrayList<>();
		for (Lane lane : this.lanes) {
			rows.add(lane.row(begin, healed));
		}
		return rows;
	}

	private Map<String, Object> circumstances(Instant begin, Instant healed) {
		Map<String, Object> circumstances = new LinkedHashMap<>();
		circumstances.put("seed", this.seed);
		circumstances.put("begin", begin.toString());
		circumstances.put("healed", healed.toString());
		circumstances.put("end", Instant.now().toString());
		circumstances.put("processors", Runtime.getRuntime().availableProcessors());
		circumstances.put("java", System.getProperty("java.vm.version"));
		circumstances.put("loadLeast", this.load.stream().mapToDouble((load) -> load).min().orElse(-1));
		circumstances.put("loadMean", this.load.stream().mapToDouble((load) -> load).average().orElse(-1));
		circumstances.put("loadMost", this.load.stream().mapToDouble((load) -> load).max().orElse(-1));
		return circumstances;
	}

}
