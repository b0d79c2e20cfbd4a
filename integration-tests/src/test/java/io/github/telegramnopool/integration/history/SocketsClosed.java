// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * When the bots are gone, every connection that was opened is closed.
 */
final class SocketsClosed extends Property {

	private final Set<Long> open = new LinkedHashSet<>();

	private boolean over;

	@Override
	void see(Event event) {
		switch (event.kind()) {
			case OPENED -> this.open.add(event.subject());
			case CLOSED -> this.open.remove(event.subject());
			case LEFT -> {
				this.over = true;
				if (event.subject() != 0) {
					violated("%d connections to the proxy are open, of all %s", event.subject(), event.detail());
				}
				if (!this.open.isEmpty()) {
					violated("the connections %s to the server are open", this.open);
				}
			}
			default -> {
			}
		}
	}

	@Override
	void end() {
		if (!this.over) {
			violated("the run was not over");
		}
	}

}
