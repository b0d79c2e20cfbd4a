// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashSet;
import java.util.Set;

/**
 * A call that the bot issued once is executed at most once, and nothing is executed that
 * it did not issue.
 */
final class NothingRepeated extends Property {

	private final Set<String> issued = new HashSet<>();

	private final Set<String> executed = new HashSet<>();

	@Override
	void see(Event event) {
		switch (event.kind()) {
			case CALLED, REPLIED -> this.issued.add(event.detail());
			case EXECUTED -> {
				if (this.issued.remove(event.detail())) {
					this.executed.add(event.detail());
				}
				else if (this.executed.contains(event.detail())) {
					violated("call %s was executed again", event.detail());
				}
				else {
					violated("call %s was executed and never issued", event.detail());
				}
			}
			default -> {
			}
		}
	}

}
