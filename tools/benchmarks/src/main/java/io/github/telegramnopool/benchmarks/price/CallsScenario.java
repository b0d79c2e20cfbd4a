package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.ConnectionTally;
import io.github.telegramnopool.benchmarks.stage.Line;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.SocketTable;
import io.github.telegramnopool.benchmarks.stage.Stage;

/**
 * Users send messages, each of whom waits for the answer before the next.
 *
 * @param family where it is chosen
 * @param name its name
 * @param line the way to Telegram
 * @param contenders who is compared
 * @param count the number of calls in a round
 * @param users how many at a time
 * @param measures what is told of it
 */
record CallsScenario(String family, String name, LineChoice line, List<Contender> contenders, int count, int users,
		List<Measure> measures) implements Scenario {

	/**
	 * Calls that are not measured, for sessions and pools to fill.
	 */
	private static final int FIRST_CALLS = 10;

	private static final double KIB = 1024;

	private static final double MILLI = 1000;

	@Override
	public String about() {
		return "%d calls of sendMessage, %d at a time, in each round".formatted(this.count, this.users);
	}

	@Override
	public void round(Run run, int round) throws Exception {
		Line line;
		try {
			line = this.line.of(run.stage());
		}
		catch (NotHere ex) {
			run.missing(this, "", ex);
			return;
		}
		run.inTurn(this, this.contenders, round,
				(contender, row) -> measure(run, line, run.troupe().of(contender), row));
	}

	private void measure(Run run, Line line, ContenderProcess process, Row row)
			throws IOException, InterruptedException {
		ConnectionTally tally = run.stage().telegram().tally();
		int count = run.settings().scaled(this.count);
		tally.reset();
		process.open(line, false);
		try {
			process.tell("calls %d %d 0".formatted(Math.max(FIRST_CALLS, this.users), this.users));
			int port = ((line.proxy() != null) ? line.proxy() : line.telegram()).getPort();
			Set<Integer> before = SocketTable.timeWait(port);
			tally.resetSessions();
			Map<String, long[]> answer = process.tell("calls %d %d 0".formatted(count, this.users));
			fill(row, answer, count);
			row.with(Measure.RESUMED, tally.resumedPercent());
			run.carried(row);
			// Sockets end a little later than calls
			Thread.sleep(200);
			Set<Integer> after = new HashSet<>(SocketTable.timeWait(port));
			after.removeAll(before);
			row.with(Measure.TIME_WAIT, 100.0 * after.size() / count);
		}
		finally {
			process.tell("close");
		}
	}

	private static void fill(Row row, Map<String, long[]> answer, int count) {
		List<Long> latencies = LongStream.of(answer.get("latencies")).boxed().toList();
		long[] allocated = answer.get("allocated");
		row.with(Measure.P50, Run.percentile(latencies, 50) * MILLI)
			.with(Measure.P99, Run.percentile(latencies, 99) * MILLI)
			.with(Measure.CALLS, count * 1e6 / one(answer, "wall"))
			.with(Measure.CPU, one(answer, "cpu") / MILLI / count)
			.with(Measure.ERRORS, one(answer, "errors"))
			.raw("micros", latencies);
		if (allocated != null) {
			row.with(Measure.ALLOCATED, allocated[0] / KIB / count);
		}
	}

	private static double one(Map<String, long[]> answer, String name) {
		long[] values = answer.get(name);
		return (values != null) ? values[0] : Double.NaN;
	}

	/**
	 * Chooses a line.
	 */
	@FunctionalInterface
	interface LineChoice {

		Line of(Stage stage) throws IOException, NotHere;

	}

}
