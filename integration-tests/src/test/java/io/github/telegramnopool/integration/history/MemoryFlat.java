// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A bot that lives long takes no more memory and no more file descriptors in the last
 * third of its life than in the second; in the first it warms up.
 */
final class MemoryFlat extends Property {

	private final List<Sample> samples = new ArrayList<>();

	@Override
	void see(Event event) {
		if (event.kind() == Event.Kind.SAMPLED && event.bot() == HistoryRun.SURVIVOR) {
			this.samples.add(Sample.parse(event.detail()));
		}
	}

	@Override
	void end() {
		if (this.samples.size() < 9) {
			violated("%d samples are too few to judge", this.samples.size());
			return;
		}
		judge("KiB of heap", Sample::heap, 2048);
		judge("KiB of direct memory", Sample::direct, 2048);
		judge("KiB of resident memory", Sample::resident, 8192);
		judge("file descriptors", Sample::descriptors, 5);
		judge("threads", Sample::threads, 3);
	}

	private void judge(String what, ToLongFunction<Sample> value, long slack) {
		long second = median(1, value);
		long last = median(2, value);
		if (last > second + second / 20 + slack) {
			violated("%d %s in the second third, %d in the last", second, what, last);
		}
	}

	/**
	 * The median in a third of the samples.
	 */
	long median(int third, ToLongFunction<Sample> value) {
		int size = this.samples.size();
		long[] sorted = this.samples.subList(size * third / 3, size * (third + 1) / 3)
			.stream()
			.mapToLong(value)
			.sorted()
			.toArray();
		return (sorted.length > 0) ? sorted[sorted.length / 2] : 0;
	}

	/**
	 * The medians of the three thirds.
	 */
	String thirds(ToLongFunction<Sample> value) {
		return median(0, value) + ", " + median(1, value) + ", " + median(2, value);
	}

}
