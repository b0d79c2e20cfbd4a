// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.SendShelf;

/**
 * Calls that Telegram does not answer, all at once. As they come, most libraries let few
 * of them on the wire, and keep the others or refuse them.
 *
 * @param contenders who is compared
 * @param count the number of calls
 */
record PendingScenario(List<Contender> contenders, int count) implements Scenario {

	private static final int STEADY = 50;

	private static final int MOST = 900;

	private static final double KIB = 1024;

	@Override
	public String family() {
		return "memory";
	}

	@Override
	public String name() {
		return "pending calls";
	}

	@Override
	public String about() {
		return this.count + " calls that get no answer, in a process of its own";
	}

	@Override
	public List<Measure> measures() {
		return List.of(Measure.PENDING_HEAP, Measure.RESIDENT, Measure.AT_TELEGRAM, Measure.ERRORS);
	}

	@Override
	public void round(Run run, int round) throws Exception {
		run.inTurn(this, this.contenders, round, (contender, row) -> measure(run, contender, row));
	}

	private void measure(Run run, Contender contender, Row row) throws IOException, NotHere, InterruptedException {
		SendShelf sends = run.stage().telegram().sends();
		int count = run.settings().scaled(this.count);
		try (ContenderProcess process = run.troupe().start(contender)) {
			process.open(run.stage().direct(), false);
			process.tell("calls 50 1 0");
			sends.hold(true);
			process.say("pending " + count);
			process.answer();
			awaitSteady(sends, count);
			process.say("go on");
			Map<String, long[]> answer = process.answer();
			long before = Objects.requireNonNull(answer.get("before"))[0];
			long after = Objects.requireNonNull(answer.get("after"))[0];
			row.with(Measure.PENDING_HEAP, (after - before) / KIB / count)
				.with(Measure.RESIDENT, ResidentMemory.ofProcess(process.pid()))
				.with(Measure.AT_TELEGRAM, sends.held())
				.with(Measure.ERRORS, Objects.requireNonNull(answer.get("ended"))[0]);
		}
		finally {
			sends.hold(false);
		}
	}

	/**
	 * Until no more calls arrive.
	 */
	private static void awaitSteady(SendShelf sends, int count) throws InterruptedException {
		int held = -1;
		int steady = 0;
		for (int i = 0; i < MOST && steady < STEADY && held < count; i++) {
			Thread.sleep(100);
			steady = (sends.held() == held && held > 0) ? steady + 1 : 0;
			held = sends.held();
		}
	}

}
