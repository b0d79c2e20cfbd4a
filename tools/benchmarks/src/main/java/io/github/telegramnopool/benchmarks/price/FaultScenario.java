// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.NotHere;

/**
 * A proxy goes wrong for a while, with users that write and a bot that sends. All
 * contenders meet the same at the same time, each at a proxy of its own.
 *
 * @param kind what goes wrong
 * @param contenders who is compared
 */
record FaultScenario(FaultKind kind, List<Contender> contenders) implements Scenario {

	private static final Duration BEFORE = Duration.ofSeconds(6);

	private static final Duration FAULTS = Duration.ofSeconds(30);

	private static final Duration AFTER = Duration.ofSeconds(45);

	private static final Duration LAST = Duration.ofSeconds(1);

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final int FIRST_CALLS = 100;

	@Override
	public String family() {
		return this.kind.family();
	}

	@Override
	public String name() {
		return name(this.kind);
	}

	static String name(FaultKind kind) {
		return "faults: " + kind.title();
	}

	@Override
	public String about() {
		return "%d s of faults and %d s after them, 10 updates and, during the faults, 10 sends in a second"
			.formatted(FAULTS.toSeconds(), AFTER.toSeconds());
	}

	@Override
	public List<Measure> measures() {
		return List.of(Measure.SILENCE, Measure.WITHIN_5S, Measure.SEND_P99, Measure.FAILED, Measure.HUNG,
				Measure.RECOVERY, Measure.UNHEARD);
	}

	@Override
	public void round(Run run, int round) throws Exception {
		List<FaultLane> lanes = new ArrayList<>();
		try {
			double load = Run.load();
			for (Contender contender : this.contenders) {
				open(run, contender, lanes);
			}
			Duration faults = run.settings().scaled(FAULTS);
			write(lanes, run.settings().scaled(BEFORE));
			long begin = System.currentTimeMillis();
			for (FaultLane lane : lanes) {
				lane.begin(this.kind, round, (int) faults.dividedBy(INTERVAL), INTERVAL);
			}
			write(lanes, faults);
			lanes.forEach(FaultLane::heal);
			long healed = System.currentTimeMillis();
			write(lanes, run.settings().scaled(AFTER));
			long end = System.currentTimeMillis();
			// What was written last is not lost yet
			Thread.sleep(LAST.toMillis());
			for (FaultLane lane : lanes) {
				tell(run, lane, new Row(name(), lane.contender().title(), round, load), begin, healed, end);
			}
		}
		finally {
			lanes.forEach(FaultLane::close);
		}
	}

	private void open(Run run, Contender contender, List<FaultLane> lanes) throws IOException, InterruptedException {
		try {
			Path folder = run.stage().folder().resolve("faults");
			FaultLane lane = new FaultLane(contender, run.troupe(), folder);
			lanes.add(lane);
			try {
				lane.awaitUp(run.settings().scaled(FIRST_CALLS));
			}
			catch (PeerFailedException ex) {
				lanes.remove(lane);
				lane.close();
				throw ex;
			}
		}
		catch (NotHere | PeerFailedException ex) {
			run.missing(this, contender.title(), ex);
		}
	}

	private void tell(Run run, FaultLane lane, Row row, long begin, long healed, long end) throws IOException {
		try {
			lane.fill(row, begin, healed, end);
			run.add(row);
		}
		catch (PeerFailedException ex) {
			run.missing(this, lane.contender().title(), ex);
		}
	}

	private static void write(List<FaultLane> lanes, Duration time) throws InterruptedException {
		long begin = System.nanoTime();
		for (int i = 1; i <= time.dividedBy(INTERVAL); i++) {
			lanes.forEach(FaultLane::write);
			long wait = begin + i * INTERVAL.toNanos() - System.nanoTime();
			Thread.sleep(Math.max(0, wait / 1_000_000));
		}
	}

}
