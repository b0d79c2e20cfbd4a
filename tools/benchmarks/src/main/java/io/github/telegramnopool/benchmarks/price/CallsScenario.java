// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.stage.Line;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.Stage;

/**
 * Users send messages, each of whom waits for the answer before the next.
 * <p>
 * In laps: all libraries are open at the same time, and each makes some calls before it
 * is the next one's turn, so that little can change between them.
 *
 * @param family where it is chosen
 * @param name its name
 * @param line the way to Telegram
 * @param contenders who is compared
 * @param laps the number of laps in a round
 * @param count the number of calls in a lap
 * @param users how many at a time
 * @param measures what is told of it
 */
record CallsScenario(String family, String name, LineChoice line, List<Contender> contenders, int laps, int count,
		int users, List<Measure> measures) implements Scenario {

	@Override
	public String about() {
		return "%d times %d calls of sendMessage in each round, %d at a time".formatted(this.laps, this.count,
				this.users);
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
		List<CallsTurn> turns = new ArrayList<>();
		try {
			double load = Run.load();
			for (Contender contender : this.contenders) {
				open(run, line, new Row(this.name, contender.title(), round, load), contender, turns);
			}
			for (int lap = 0; lap < this.laps; lap++) {
				List<CallsTurn> order = new ArrayList<>(turns);
				Collections.rotate(order, -(round - 1 + lap));
				for (CallsTurn turn : order) {
					lap(run, turn, turns);
				}
			}
			for (CallsTurn turn : turns) {
				run.add(turn.row());
			}
		}
		finally {
			turns.forEach(CallsTurn::close);
		}
	}

	private void open(Run run, Line line, Row row, Contender contender, List<CallsTurn> turns) throws IOException {
		try {
			turns.add(new CallsTurn(run, line, run.troupe().of(contender), this.users, row));
		}
		catch (NotHere | PeerFailedException ex) {
			run.missing(this, contender.title(), ex);
		}
	}

	private void lap(Run run, CallsTurn turn, List<CallsTurn> turns) throws IOException, InterruptedException {
		try {
			turn.lap(run.settings().scaled(this.count));
		}
		catch (PeerFailedException ex) {
			run.missing(this, turn.row().contender(), ex);
			turns.remove(turn);
			turn.close();
		}
	}

	/**
	 * Chooses a line.
	 */
	@FunctionalInterface
	interface LineChoice {

		Line of(Stage stage) throws IOException, NotHere;

	}

}
