// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashSet;
import java.util.Set;

/**
 * A connection carries at most one request.
 */
final class OneRequestPerConnection extends Property {

	private final Set<Long> used = new HashSet<>();

	@Override
	void see(Event event) {
		if (event.kind() == Event.Kind.REQUESTED && !this.used.add(event.subject())) {
			violated("connection %d carried another request", event.subject());
		}
		else if (event.kind() == Event.Kind.CLOSED) {
			this.used.remove(event.subject());
		}
	}

}
