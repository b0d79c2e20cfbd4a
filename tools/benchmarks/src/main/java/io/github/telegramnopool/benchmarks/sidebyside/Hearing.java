// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What a bot heard of the updates that Telegram had for it, and when. All times are
 * milliseconds of the same clock.
 *
 * @param begin when things began to go wrong
 * @param healed when nothing went wrong any more
 * @param updates the updates since then, those after the end of the faults too
 */
public record Hearing(long begin, long healed, Collection<Update> updates) {

	/**
	 * What comes so short before the end of the faults need not be heard before it.
	 */
	private static final long MARGIN = 1000;

	private static final long ON_TIME = 10_000;

	/**
	 * Share of the updates from the time of the faults that were heard in it.
	 * @return the share, in percent
	 */
	public double delivered() {
		return share((update) -> update.heard() < this.healed);
	}

	/**
	 * Share of the updates from the time of the faults that were heard within ten
	 * seconds.
	 * @return the share, in percent
	 */
	public double onTime() {
		return share((update) -> update.heard() <= update.pushed() + ON_TIME);
	}

	/**
	 * Longest time of the faults in which an update waited and none was heard.
	 * @return milliseconds
	 */
	public long longestSilence() {
		LongStream inTime = this.updates.stream().mapToLong(Update::heard).filter((time) -> time < this.healed);
		long[] times = LongStream.concat(inTime, LongStream.of(this.begin, this.healed)).sorted().toArray();
		long longest = 0;
		for (int i = 1; i < times.length; i++) {
			longest = Math.max(longest, times[i] - waitingSince(times[i - 1]));
		}
		return longest;
	}

	/**
	 * Time from the end of the faults until an update from after it is heard.
	 * @return milliseconds, if one is
	 */
	public OptionalLong recovery() {
		return this.updates.stream()
			.filter((update) -> update.pushed() >= this.healed && update.wasHeard())
			.mapToLong((update) -> update.heard() - this.healed)
			.min();
	}

	/**
	 * How many updates were not heard to the end.
	 * @return the number
	 */
	public long unheard() {
		return this.updates.stream().filter((update) -> !update.wasHeard()).count();
	}

	private double share(Predicate<Update> heard) {
		List<Update> due = this.updates.stream().filter((update) -> update.pushed() < this.healed - MARGIN).toList();
		return 100.0 * due.stream().filter(heard).count() / due.size();
	}

	/**
	 * The first moment from a time on at which an update waits.
	 */
	private long waitingSince(long time) {
		long oldest = this.updates.stream()
			.filter((update) -> update.heard() > time)
			.mapToLong(Update::pushed)
			.min()
			.orElse(Long.MAX_VALUE);
		return Math.max(time, oldest);
	}

	/**
	 * An update.
	 *
	 * @param pushed when Telegram had it
	 * @param heard when the bot's listener was given it for the first time, or
	 * {@link #NEVER}
	 */
	public record Update(long pushed, long heard) {

		/**
		 * When it was heard if it was not.
		 */
		public static final long NEVER = Long.MAX_VALUE;

		boolean wasHeard() {
			return this.heard != NEVER;
		}

	}

}
