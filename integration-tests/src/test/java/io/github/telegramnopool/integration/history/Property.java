// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that has to be true of a history. It sees each event once, in the order of
 * time, and remembers no more than it needs.
 */
abstract class Property {

	private static final int TOLD = 10;

	private final List<String> violations = new ArrayList<>();

	private int count;

	abstract void see(Event event);

	/**
	 * The history is over.
	 */
	void end() {
	}

	final void violated(String how, Object... arguments) {
		if (++this.count <= TOLD) {
			this.violations.add(getClass().getSimpleName() + ": " + how.formatted(arguments));
		}
	}

	/**
	 * How it is not true, the first few ways in full.
	 */
	final List<String> violations() {
		List<String> all = new ArrayList<>(this.violations);
		if (this.count > TOLD) {
			all.add(getClass().getSimpleName() + ": and " + (this.count - TOLD) + " more");
		}
		return all;
	}

}
