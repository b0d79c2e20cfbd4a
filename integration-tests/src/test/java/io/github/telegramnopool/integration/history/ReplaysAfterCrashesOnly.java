// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashMap;
import java.util.Map;

/**
 * No life of the bot handles an update twice, and one that follows another handles at
 * most a batch again.
 */
final class ReplaysAfterCrashesOnly extends Property {

	static final int BATCH = 100;

	/**
	 * In which life each update was begun, until it is confirmed.
	 */
	private final Map<Long, Integer> begun = new HashMap<>();

	private long lastConfirmed;

	private int replays;

	@Override
	void see(Event event) {
		switch (event.kind()) {
			case LAUNCHED -> this.replays = 0;
			case BEGUN -> begun(event.subject(), event.run());
			case CONFIRMED -> {
				this.lastConfirmed = event.subject();
				this.begun.remove(event.subject());
			}
			default -> {
			}
		}
	}

	private void begun(long update, int run) {
		if (update <= this.lastConfirmed) {
			violated("update %d was begun although it was confirmed", update);
			return;
		}
		Integer before = this.begun.put(update, run);
		if (before != null && before == run) {
			violated("update %d was begun twice in life %d", update, run);
		}
		else if (before != null && ++this.replays > BATCH) {
			violated("life %d began update %d again, its replay number %d", run, update, this.replays);
		}
	}

}
