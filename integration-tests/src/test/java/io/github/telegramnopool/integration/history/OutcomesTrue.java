// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the bot is told about a call is so: one that succeeded was executed, one that was
 * not sent or refused never is.
 */
final class OutcomesTrue extends Property {

	private final Set<String> executed = new HashSet<>();

	private final Map<String, Outcome> notExecuted = new HashMap<>();

	@Override
	void see(Event event) {
		if (event.kind() == Event.Kind.EXECUTED) {
			this.executed.add(event.detail());
			Outcome told = this.notExecuted.get(event.detail());
			if (told != null) {
				violated("call %s was executed after the bot was told %s", event.detail(), told);
			}
		}
		else if (event.kind() == Event.Kind.ENDED) {
			String[] fields = event.detail().split(" ");
			ended(fields[0], Outcome.valueOf(fields[1]));
		}
	}

	private void ended(String call, Outcome told) {
		boolean executed = this.executed.remove(call);
		if (told == Outcome.SUCCESS && !executed) {
			violated("call %s succeeded and was not executed", call);
		}
		if (told == Outcome.NOT_SENT || told == Outcome.REFUSED) {
			this.notExecuted.put(call, told);
			if (executed) {
				violated("call %s was executed and the bot was told %s", call, told);
			}
		}
	}

}
