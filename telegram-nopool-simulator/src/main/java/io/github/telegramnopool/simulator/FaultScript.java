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
			if (entry.fault.method().equals("*") || entry.fault.method().equalsIgnoreCase(method)) {
				if (--entry.left == 0) {
					iterator.remove();
				}
				return entry.fault;
			}
		}
		return null;
	}

	synchronized int size() {
		return this.entries.stream().mapToInt((entry) -> entry.left).sum();
	}

	private static final class Entry {

		private final ScriptedFault fault;

		private int left;

		Entry(ScriptedFault fault) {
			this.fault = fault;
			this.left = fault.times();
		}

	}

}
