// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.Line;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.SwiftTelegram;

/**
 * More updates wait than a bot can take, and its listener does nothing with them.
 *
 * @param roundTrip the distance to Telegram
 * @param contenders who is compared
 */
record UpdatesScenario(Duration roundTrip, List<Contender> contenders) implements Scenario {

	private static final Duration BEFORE = Duration.ofSeconds(2);

	/**
	 * Calls make a process warm, but not what hears updates.
	 */
	private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration TIME = Duration.ofSeconds(5);

	@Override
	public String family() {
		return "updates";
	}

	@Override
	public String name() {
		return name(this.roundTrip);
	}

	static String name(Duration roundTrip) {
		return "updates, " + (roundTrip.isZero() ? "direct" : "round trip " + roundTrip.toMillis() + " ms");
	}

	@Override
	public String about() {
		return "batches of 100 as fast as the bot asks for them, " + TIME.toSeconds() + " s in each round";
	}

	@Override
	public List<Measure> measures() {
		return List.of(Measure.UPDATES);
	}

	@Override
	public void round(Run run, int round) throws Exception {
		Line line = run.stage().far(this.roundTrip);
		run.inTurn(this, this.contenders, round, (contender, row) -> measure(run, line, contender, row));
	}

	private void measure(Run run, Line line, Contender contender, Row row)
			throws IOException, NotHere, InterruptedException {
		ContenderProcess process = run.troupe().of(contender);
		SwiftTelegram telegram = run.stage().telegram();
		telegram.tally().reset();
		telegram.updates().clear();
		process.open(line, true);
		try {
			telegram.updates().flood();
			awaitFirst(process, contender);
			Thread.sleep(run.settings().scaled((row.round() == 1) ? BEFORE_THE_FIRST : BEFORE).toMillis());
			Map<String, long[]> begin = process.tell("heard");
			Thread.sleep(run.settings().scaled(TIME).toMillis());
			Map<String, long[]> end = process.tell("heard");
			row.with(Measure.UPDATES, difference(begin, end, "heard") * 1e9 / difference(begin, end, "nanos"));
			run.carried(row);
		}
		finally {
			telegram.updates().clear();
			process.tell("close");
		}
	}

	private static void awaitFirst(ContenderProcess process, Contender contender)
			throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (process.tell("heard").getOrDefault("heard", new long[1])[0] == 0) {
			if (System.nanoTime() > end) {
				throw new PeerFailedException(contender.title() + ": no update heard within " + PATIENCE);
			}
			Thread.sleep(20);
		}
	}

	private static double difference(Map<String, long[]> begin, Map<String, long[]> end, String name) {
		return end.getOrDefault(name, new long[1])[0] - begin.getOrDefault(name, new long[1])[0];
	}

}
