// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.telegramnopool.simulator.SimulatedBot;

/**
 * Plays the users: writes to the bots in turn, in chats drawn by chance, at a steady rate
 * for as long as the bots keep up.
 */
final class Generator {

	private static final int CHATS = 12;

	/**
	 * Users wait for a bot that is so far behind: five batches.
	 */
	private static final int BACKLOG = 500;

	private final List<SimulatedBot> bots;

	private final RunSettings settings;

	private final Random random;

	Generator(List<SimulatedBot> bots, RunSettings settings) {
		this.bots = bots;
		this.settings = settings;
		this.random = new Random(settings.seed());
	}

	/**
	 * Write until it is enough.
	 * @return how many updates that were
	 */
	long run() {
		long interval = TimeUnit.SECONDS.toNanos(1) / this.settings.rate();
		long began = System.nanoTime();
		long due = began;
		long written = 0;
		while (written < this.settings.updates() && System.nanoTime() - began < this.settings.duration().toNanos()) {
			SimulatedBot bot = this.bots.get((int) (written % this.bots.size()));
			if (bot.pending() < BACKLOG) {
				bot.write(1001 + this.random.nextInt(CHATS), "message " + ++written);
				due += interval;
			}
			else {
				due = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
			}
			rest(due);
		}
		return written;
	}

	private static void rest(long until) {
		for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
