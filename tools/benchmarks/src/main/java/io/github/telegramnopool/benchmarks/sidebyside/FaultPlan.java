// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * What goes wrong at so many percent, the same for all who are compared.
 * <p>
 * Of each ten new connections, so many percent are silent from birth: some never hear
 * from the proxy, some no more after it has granted the tunnel. And in so many percent of
 * the window's tenths there is a moment at which all that live go silent: else those who
 * keep connections would meet no fault once they have good ones. A silent connection
 * swallows both directions and is never closed.
 * <p>
 * Chance decides which of the ten and when, but not how many: who opens few connections
 * should have little luck, good or bad. What goes wrong at a smaller percentage also goes
 * wrong at a larger one.
 *
 * @param percent from 0 to 100, in tens
 * @param seed what the chances are made of
 * @param window how long things go wrong
 */
record FaultPlan(int percent, long seed, Duration window) {

	private static final int PARTS = 10;

	/**
	 * More than any bot opens.
	 */
	private static final int CONNECTIONS = 50_000;

	/**
	 * What becomes of new connections.
	 * @return a fault for each, in the order in which they are opened
	 */
	List<Fault> births() {
		Random random = new Random(this.seed);
		List<Fault> births = new ArrayList<>();
		while (births.size() < CONNECTIONS) {
			for (int rank : ranks(random)) {
				Fault silence = random.nextBoolean() ? Fault.ignore() : Fault.blackHoleAfter(0);
				births.add((rank < parts()) ? silence : Fault.none());
			}
		}
		return births;
	}

	/**
	 * When all live connections go silent.
	 * @return times since the window's begin, in order
	 */
	List<Duration> moments() {
		Random random = new Random(this.seed);
		Duration part = this.window.dividedBy(PARTS);
		List<Duration> moments = new ArrayList<>();
		Duration begin = Duration.ZERO;
		for (int rank : ranks(random)) {
			Duration moment = begin.plusMillis(random.nextInt((int) part.toMillis()));
			if (rank < parts()) {
				moments.add(moment);
			}
			begin = begin.plus(part);
		}
		return moments;
	}

	void begin(FaultProxy proxy) {
		proxy.faults().next(births().toArray(Fault[]::new));
	}

	/**
	 * All new connections are good again. Those that live go silent once more, so that it
	 * is no matter of luck who has a good one just now.
	 */
	void heal(FaultProxy proxy) {
		proxy.faults().none();
		if (this.percent > 0) {
			proxy.freezeLive();
		}
	}

	/**
	 * How many of ten something goes wrong with.
	 */
	private int parts() {
		return this.percent * PARTS / 100;
	}

	private static List<Integer> ranks(Random random) {
		List<Integer> ranks = new ArrayList<>(IntStream.range(0, PARTS).boxed().toList());
		Collections.shuffle(ranks, random);
		return ranks;
	}

}
