// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for their calls, in the order in which they were scripted.
 */
final class FaultScript {

	private final List<Entry> entries = new ArrayList<>();

	synchronized void add(ScriptedFault fault) {
		this.entries.add(new Entry(fault));
	}

	synchronized void clear() {
		this.entries.clear();
	}

	synchronized @Nullable ScriptedFault take(String method) {
		Iterator<Entry> iterator = this.entries.iterator();
		while (iterator.hasNext()) {
			Entry entry = iterator.next();
			if (entry.fault.concerns(method) && entry.meetsNext()) {
				if (entry.left == 0) {
					iterator.remove();
				}
				return entry.fault;
			}
		}
		return null;
	}

	/**
	 * How many calls will meet a fault; one that always does counts once.
	 */
	synchronized int size() {
		return this.entries.stream().mapToInt((entry) -> entry.isEndless() ? 1 : entry.left).sum();
	}

	private static final class Entry {

		private final ScriptedFault fault;

		private int left;

		private long calls;

		Entry(ScriptedFault fault) {
			this.fault = fault;
			this.left = fault.chance().times();
		}

		boolean isEndless() {
			return this.left == FaultChance.ALWAYS;
		}

		boolean meetsNext() {
			boolean meets = this.fault.chance().meets(++this.calls);
			if (meets && !isEndless()) {
				this.left--;
			}
			return meets;
		}

	}

}
