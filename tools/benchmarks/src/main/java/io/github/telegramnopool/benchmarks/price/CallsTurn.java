// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.ConnectionTally;
import io.github.telegramnopool.benchmarks.stage.Line;
import io.github.telegramnopool.benchmarks.stage.SocketTable;

/**
 * What one contender does in the laps of a round, summed up.
 */
final class CallsTurn {

	/**
	 * Calls that are not measured, for sessions and pools to fill.
	 */
	private static final int FIRST_CALLS = 10;

	/**
	 * Sockets end a little later than calls.
	 */
	private static final int SOCKET_MILLIS = 150;

	private static final double KIB = 1024;

	private static final double MILLI = 1000;

	private final ConnectionTally tally;

	private final ContenderProcess process;

	private final int users;

	private final int port;

	private final Row row;

	private final List<Long> latencies = new ArrayList<>();

	private final List<Double> resumed = new ArrayList<>();

	private final Map<String, Long> sums = new HashMap<>();

	/**
	 * Open a library, and let it make its first calls.
	 */
	CallsTurn(Run run, Line line, ContenderProcess process, int users, Row row) throws IOException {
		this.tally = run.stage().telegram().tally();
		this.process = process;
		this.users = users;
		this.port = ((line.proxy() != null) ? line.proxy() : line.telegram()).getPort();
		this.row = row;
		this.tally.reset();
		process.open(line, false);
		process.tell("calls %d %d 0".formatted(Math.max(FIRST_CALLS, users), users));
		count();
	}

	void lap(int count) throws IOException, InterruptedException {
		Set<Integer> before = SocketTable.timeWait(this.port);
		this.tally.reset();
		Map<String, long[]> answer = this.process.tell("calls %d %d 0".formatted(count, this.users));
		LongStream.of(answer.getOrDefault("latencies", new long[0])).forEach(this.latencies::add);
		for (String name : List.of("errors", "wall", "cpu", "allocated")) {
			LongStream.of(answer.getOrDefault(name, new long[0])).forEach((value) -> add(name, value));
		}
		this.resumed.add(this.tally.resumedPercent());
		count();
		Thread.sleep(SOCKET_MILLIS);
		Set<Integer> after = new HashSet<>(SocketTable.timeWait(this.port));
		after.removeAll(before);
		add("timeWait", after.size());
	}

	private void count() {
		add("connections", this.tally.connections());
		add("requests", this.tally.requests());
		add("carriedTwo", this.tally.carriedTwo());
	}

	private void add(String name, long value) {
		this.sums.merge(name, value, Long::sum);
	}

	/**
	 * What came out.
	 */
	Row row() {
		int count = this.latencies.size();
		return this.row.with(Measure.P50, Run.percentile(this.latencies, 50) * MILLI)
			.with(Measure.P99, Run.percentile(this.latencies, 99) * MILLI)
			.with(Measure.CALLS, count * 1e6 / sum("wall"))
			.with(Measure.CPU, sum("cpu") / MILLI / count)
			.with(Measure.ALLOCATED, sum("allocated") / KIB / count)
			.with(Measure.ERRORS, sum("errors"))
			.with(Measure.TIME_WAIT, 100 * sum("timeWait") / count)
			.with(Measure.CARRIED_TWO, sum("carriedTwo"))
			// Without a handshake in a lap that lap has no percentage
			.with(Measure.RESUMED,
					this.resumed.stream()
						.mapToDouble((percent) -> percent)
						.filter(Double::isFinite)
						.average()
						.orElse(Double.NaN))
			.raw("connections", sum("connections"))
			.raw("requests", sum("requests"))
			.raw("micros", this.latencies);
	}

	/**
	 * NaN if it was never told.
	 */
	private double sum(String name) {
		Long sum = this.sums.get(name);
		return (sum != null) ? sum : Double.NaN;
	}

	void close() {
		try {
			this.process.tell("close");
		}
		catch (IOException ex) {
			this.process.close();
		}
	}

}
