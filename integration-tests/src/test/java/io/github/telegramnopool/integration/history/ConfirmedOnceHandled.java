// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashSet;
import java.util.Set;

/**
 * An update is confirmed only when it is handled: its listener has ended, and so has the
 * call that it made.
 */
final class ConfirmedOnceHandled extends Property {

	private final Set<Long> handled = new HashSet<>();

	private final OpenCalls calls = new OpenCalls();

	@Override
	void see(Event event) {
		this.calls.see(event);
		switch (event.kind()) {
			case BEGUN -> this.handled.remove(event.subject());
			case HANDLED -> this.handled.add(event.subject());
			case CONFIRMED -> confirmed(event.subject());
			default -> {
			}
		}
	}

	private void confirmed(long update) {
		if (!this.handled.remove(update)) {
			violated("update %d was confirmed before it was handled", update);
		}
		if (this.calls.of(update) != null) {
			violated("update %d was confirmed before its call %s had ended", update, this.calls.of(update));
		}
	}

}
