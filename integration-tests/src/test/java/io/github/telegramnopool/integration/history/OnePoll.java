// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashSet;
import java.util.Set;

/**
 * At most one poll is in flight.
 */
final class OnePoll extends Property {

	private final Set<Long> polls = new HashSet<>();

	@Override
	void see(Event event) {
		if (event.kind() == Event.Kind.POLL_BEGAN) {
			this.polls.add(event.subject());
			if (this.polls.size() > 1) {
				violated("polls were in flight on the connections %s together", this.polls);
			}
		}
		else if (event.kind() == Event.Kind.POLL_ENDED) {
			this.polls.remove(event.subject());
		}
	}

}
