// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Counts the proxy's connections and remembers the latest.
 */
final class TunnelLog {

	private static final int CAPACITY = 10_000;

	private final Deque<TunnelEntry> entries = new ArrayDeque<>();

	private long opened;

	private long closed;

	synchronized TunnelEntry opened(Fault fault, long seed) {
		TunnelEntry entry = new TunnelEntry(++this.opened, fault, seed);
		if (this.entries.size() == CAPACITY) {
			this.entries.removeFirst();
		}
		this.entries.addLast(entry);
		return entry;
	}

	synchronized void closed(TunnelEntry entry) {
		entry.closed();
		this.closed++;
	}

	synchronized List<TunnelRecord> records() {
		return this.entries.stream().map(TunnelEntry::toRecord).toList();
	}

	synchronized long opened() {
		return this.opened;
	}

	synchronized long open() {
		return this.opened - this.closed;
	}

}
