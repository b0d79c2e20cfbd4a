// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.Line;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.SwiftTelegram;

/**
 * A user writes, the bot's listener thinks for a while and sends an answer, and a moment
 * later the user writes again.
 *
 * @param roundTrip the distance to Telegram
 * @param think how long the listener thinks
 * @param contenders who is compared
 * @param count how often the user writes in a round
 */
record ReplyScenario(Duration roundTrip, Duration think, List<Contender> contenders, int count) implements Scenario {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int FIRST = 3;

	/**
	 * Calls alone leave cold what is between an update's coming and the listener.
	 */
	private static final int TO_WARM_UP = 200;

	private static final double MILLI = 1000;

	@Override
	public String family() {
		return "reply";
	}

	@Override
	public String name() {
		return name(this.roundTrip, this.think);
	}

	static String name(Duration roundTrip, Duration think) {
		String distance = roundTrip.isZero() ? "direct" : "round trip " + roundTrip.toMillis() + " ms";
		return "a reply, " + distance + ", after "
				+ (think.isZero() ? "no thought" : think.toMillis() + " ms of thought");
	}

	@Override
	public String about() {
		return "%d updates in each round, one after the other; the time of thought is left out".formatted(this.count);
	}

	@Override
	public List<Measure> measures() {
		return List.of(Measure.REPLY, Measure.SEND, Measure.ERRORS);
	}

	@Override
	public void round(Run run, int round) throws Exception {
		Line line = run.stage().far(this.roundTrip);
		run.inTurn(this, this.contenders, round, (contender, row) -> measure(run, line, contender, row, round));
	}

	private void measure(Run run, Line line, Contender contender, Row row, int round)
			throws IOException, NotHere, InterruptedException {
		ContenderProcess process = run.troupe().of(contender);
		SwiftTelegram telegram = run.stage().telegram();
		// The last poll of who was before may still be on its way
		pause();
		telegram.updates().clear();
		telegram.tally().reset();
		process.open(line, true);
		pause();
		try {
			process.tell("think " + this.think.toNanos() / 1000);
			telegram.sends().watch(true);
			converse(telegram, contender, (round > 1 || !this.roundTrip.isZero()) ? FIRST : TO_WARM_UP);
			process.tell("replies");
			List<Long> replies = converse(telegram, contender, run.settings().scaled(this.count));
			Map<String, long[]> answer = process.tell("replies");
			List<Long> sends = LongStream.of(answer.getOrDefault("replies", new long[0])).boxed().toList();
			row.with(Measure.REPLY, Run.percentile(replies, 50) * MILLI)
				.with(Measure.SEND, Run.percentile(sends, 50) * MILLI)
				.with(Measure.ERRORS, answer.getOrDefault("errors", new long[1])[0])
				.raw("replyMicros", replies)
				.raw("sendMicros", sends);
			run.carried(row);
		}
		finally {
			telegram.sends().watch(false);
			process.tell("close");
		}
	}

	/**
	 * Write and await the reply, so many times.
	 * @return from the update's leaving to the reply's coming, without the thought
	 */
	private List<Long> converse(SwiftTelegram telegram, Contender contender, int count)
			throws IOException, InterruptedException {
		List<Long> micros = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			telegram.updates().write();
			Long arrived = telegram.sends().await(PATIENCE);
			if (arrived == null) {
				throw new PeerFailedException(contender.title() + ": no reply within " + PATIENCE);
			}
			micros.add((arrived - telegram.updates().handedNanos() - this.think.toNanos()) / 1000);
			pause();
		}
		return micros;
	}

	/**
	 * Until what is on its way has arrived, and the next poll is there.
	 */
	private void pause() throws InterruptedException {
		Thread.sleep(30 + 4 * this.roundTrip.toMillis());
	}

}
