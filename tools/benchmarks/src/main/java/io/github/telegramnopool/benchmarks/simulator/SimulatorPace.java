// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;

/**
 * Entry point: one thread queues updates while a client on another one polls for them, in
 * the same process and so on the same processors.
 */
public final class SimulatorPace {

	private static final PrintStream OUT = System.out;

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final int ROUNDS = 6;

	/**
	 * Updates that may wait, so that the queue's own limits are not met.
	 */
	private static final int MOST_WAITING = 5000;

	private static final String UPDATE = """
			{"message":{"message_id":%d,"from":{"id":7,"is_bot":false,"first_name":"Ada"},\
			"chat":{"id":7,"first_name":"Ada","type":"private"},"date":1700000000,"text":"message %d of many"}}""";

	private SimulatorPace() {
	}

	public static void main(String[] arguments) throws Exception {
		List<Long> rates = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			long rate = measure();
			OUT.printf("Round %d%s: %,d updates/s queued and served%n", round, (round == 0) ? " (to warm up)" : "",
					rate);
			if (round > 0) {
				rates.add(rate);
			}
		}
		rates.sort(null);
		OUT.printf("%,d updates/s (%,d to %,d), %d processors%n", rates.get(rates.size() / 2), rates.get(0),
				rates.get(rates.size() - 1), Runtime.getRuntime().availableProcessors());
	}

	private static long measure() throws IOException, InterruptedException {
		AtomicBoolean over = new AtomicBoolean();
		try (TelegramSimulator simulator = TelegramSimulator.builder().build().start();
				BarePoller poller = new BarePoller(simulator.port(), "42:" + "benchmark".repeat(4))) {
			Thread people = new Thread(() -> write(simulator.bot(42), over), "people");
			people.start();
			long heard = 0;
			long begin = System.nanoTime();
			while (System.nanoTime() - begin < ROUND.toNanos()) {
				heard += poller.poll();
			}
			long end = System.nanoTime();
			over.set(true);
			people.join();
			return Math.round(heard / ((end - begin) / 1e9));
		}
	}

	private static void write(SimulatedBot bot, AtomicBoolean over) {
		for (int i = 1; !over.get(); i++) {
			bot.push(UPDATE.formatted(i, i));
			while (bot.pending() > MOST_WAITING && !over.get()) {
				Thread.yield();
			}
		}
	}

}
