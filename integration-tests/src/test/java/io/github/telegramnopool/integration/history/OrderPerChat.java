// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The updates of a chat begin to be handled for the first time in the order in which they
 * were pushed; and within one life of the bot, one begins when the one before it has
 * ended, with the call that it made.
 */
final class OrderPerChat extends Property {

	private final Map<String, Deque<Long>> waiting = new HashMap<>();

	/**
	 * What was begun last in each chat.
	 */
	private final Map<String, Long> latest = new HashMap<>();

	private final Set<Long> underWay = new HashSet<>();

	private final OpenCalls calls = new OpenCalls();

	@Override
	void see(Event event) {
		this.calls.see(event);
		switch (event.kind()) {
			case PUSHED -> queue(event.detail()).add(event.subject());
			case LAUNCHED -> {
				this.latest.clear();
				this.underWay.clear();
			}
			case BEGUN -> begun(event.subject(), event.detail());
			case HANDLED -> this.underWay.remove(event.subject());
			default -> {
			}
		}
	}

	private void begun(long update, String chat) {
		Deque<Long> queue = queue(chat);
		if (queue.contains(update) && queue.getFirst() != update) {
			violated("update %d was begun before %d of the same chat", update, queue.getFirst());
		}
		queue.remove(update);
		Long before = this.latest.put(chat, update);
		if (before != null && (this.underWay.contains(before) || this.calls.of(before) != null)) {
			violated("update %d was begun before %d of the same chat had ended", update, before);
		}
		this.underWay.add(update);
	}

	private Deque<Long> queue(String chat) {
		return this.waiting.computeIfAbsent(chat, (key) -> new ArrayDeque<>());
	}

}
