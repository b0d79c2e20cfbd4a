// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Which connection meets which fault. A rule holds for connections accepted from now on
 * and replaces the one before it.
 * <p>
 * Chance is made of a seed and of the number of a connection, so that the same connection
 * meets the same fate however busy the machine is. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class FaultRules {

	private final Deque<Fault> next = new ArrayDeque<>();

	private LongFunction<Fault> rule = (number) -> Fault.none();

	private long count;

	private long seed;

	FaultRules() {
	}

	/**
	 * No connection meets a fault; forgets {@link #next(Fault...)} too.
	 */
	public synchronized void none() {
		this.next.clear();
		all(Fault.none());
	}

	/**
	 * Every connection meets the fault.
	 * @param fault the fault
	 */
	public synchronized void all(Fault fault) {
		this.rule = (number) -> fault;
	}

	/**
	 * Every n-th connection from now on meets the fault, the others none.
	 * @param n at least 1
	 * @param fault the fault
	 */
	public synchronized void every(int n, Fault fault) {
		if (n < 1) {
			throw new IllegalArgumentException("'n' must be at least 1, but is " + n);
		}
		this.count = 0;
		this.rule = (number) -> (number % n == 0) ? fault : Fault.none();
	}

	/**
	 * So many of a hundred connections meet the fault, by chance.
	 * @param percent from 0 to 100
	 * @param seed what the chance is made of: the same seed hits the same connections,
	 * counted from now
	 * @param fault the fault
	 */
	public synchronized void percent(int percent, long seed, Fault fault) {
		percent(percent, seed, List.of(fault));
	}

	/**
	 * So many of a hundred connections meet one of the faults, by chance.
	 * @param percent from 0 to 100
	 * @param seed what the chance is made of
	 * @param faults the faults, each as likely as the others
	 */
	public synchronized void percent(int percent, long seed, List<Fault> faults) {
		if (percent < 0 || percent > 100 || faults.isEmpty()) {
			throw new IllegalArgumentException(
					"'percent' must be from 0 to 100 and 'faults' not empty, but are " + percent + " and " + faults);
		}
		List<Fault> choice = List.copyOf(faults);
		seed(seed);
		this.count = 0;
		this.rule = (number) -> {
			SplittableRandom random = new SplittableRandom(mixed(seed, -number));
			return (random.nextInt(100) < percent) ? choice.get(random.nextInt(choice.size())) : Fault.none();
		};
	}

	/**
	 * Set what the chance inside of faults is made of: jitter, the sizes of portions, the
	 * lives of tunnels that go dark.
	 * @param seed the seed; 0 before it is set
	 */
	public synchronized void seed(long seed) {
		this.seed = seed;
	}

	/**
	 * The next connections meet these faults, one each, before the rule holds again.
	 * @param faults the faults in order; {@link Fault#none()} lets one connection pass
	 */
	public synchronized void next(Fault... faults) {
		this.next.addAll(List.of(faults));
	}

	synchronized Choice forNextConnection() {
		Fault scripted = this.next.poll();
		Fault fault = (scripted != null) ? scripted : this.rule.apply(++this.count);
		return new Choice(fault, mixed(this.seed, this.count));
	}

	/**
	 * Neighbours in number shall not be neighbours in fate.
	 */
	private static long mixed(long seed, long number) {
		return new SplittableRandom(seed).nextLong() ^ new SplittableRandom(number).nextLong();
	}

	/**
	 * What a connection meets.
	 *
	 * @param fault the fault
	 * @param seed what its chance is made of
	 */
	record Choice(Fault fault, long seed) {

	}

}
