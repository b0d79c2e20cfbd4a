// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest entries of something that may go on for days.
 */
final class BoundedLog<E> {

	static final int CAPACITY = 10_000;

	private final Deque<E> entries = new ArrayDeque<>();

	synchronized void add(E entry) {
		if (this.entries.size() == CAPACITY) {
			this.entries.removeFirst();
		}
		this.entries.addLast(entry);
	}

	synchronized List<E> toList() {
		return List.copyOf(this.entries);
	}

}
