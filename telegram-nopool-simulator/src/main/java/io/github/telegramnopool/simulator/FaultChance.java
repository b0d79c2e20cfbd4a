// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.SplittableRandom;

/**
 * Which calls of its method a scripted fault meets.
 *
 * @param times how many it meets, or {@link #ALWAYS}
 * @param percent how many of a hundred it meets
 * @param seed what the choice of those is made of
 */
record FaultChance(int times, int percent, long seed) {

	static final int ALWAYS = Integer.MAX_VALUE;

	/**
	 * The next call, for certain.
	 */
	static final FaultChance ONCE = new FaultChance(1, 100, 0);

	FaultChance times(int times) {
		return new FaultChance(times, this.percent, this.seed);
	}

	FaultChance percent(int percent, long seed) {
		return new FaultChance(this.times, percent, seed);
	}

	/**
	 * Decide about a call by its number alone, so that it is the same in each run.
	 */
	boolean meets(long call) {
		long mixed = new SplittableRandom(this.seed).nextLong() ^ new SplittableRandom(call).nextLong();
		return this.percent == 100 || new SplittableRandom(mixed).nextInt(100) < this.percent;
	}

}
