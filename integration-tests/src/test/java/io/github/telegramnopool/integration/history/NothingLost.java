// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Every update that was pushed is handled at least once, and nothing else is.
 */
final class NothingLost extends Property {

	private final Set<Long> unhandled = new LinkedHashSet<>();

	private long last;

	@Override
	void see(Event event) {
		switch (event.kind()) {
			case PUSHED -> {
				this.unhandled.add(event.subject());
				this.last = event.subject();
			}
			case HANDLED -> {
				if (!this.unhandled.remove(event.subject()) && event.subject() > this.last) {
					violated("update %d was handled and never pushed", event.subject());
				}
			}
			default -> {
			}
		}
	}

	@Override
	void end() {
		this.unhandled.forEach((update) -> violated("update %d was pushed and never handled", update));
	}

}
