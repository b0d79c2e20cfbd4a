// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The calls of the bot's present life that have not ended.
 */
final class OpenCalls {

	private final Map<Long, String> byUpdate = new HashMap<>();

	private final Map<String, Long> updates = new HashMap<>();

	private final Set<String> replies = new HashSet<>();

	void see(Event event) {
		switch (event.kind()) {
			case LAUNCHED -> {
				this.byUpdate.clear();
				this.updates.clear();
				this.replies.clear();
			}
			case CALLED -> opened(event.subject(), event.detail());
			case REPLIED -> {
				opened(event.subject(), event.detail());
				this.replies.add(event.detail());
			}
			case EXECUTED -> {
				// The bot does not tell when a reply has succeeded
				if (this.replies.contains(event.detail())) {
					closed(event.detail());
				}
			}
			case ENDED -> closed(event.detail().split(" ")[0]);
			default -> {
			}
		}
	}

	/**
	 * The call for an update that has not ended, or {@code null}.
	 */
	@Nullable String of(long update) {
		return this.byUpdate.get(update);
	}

	private void opened(long update, String call) {
		this.byUpdate.put(update, call);
		this.updates.put(call, update);
	}

	private void closed(String call) {
		this.replies.remove(call);
		Long update = this.updates.remove(call);
		if (update != null) {
			this.byUpdate.remove(update);
		}
	}

}
