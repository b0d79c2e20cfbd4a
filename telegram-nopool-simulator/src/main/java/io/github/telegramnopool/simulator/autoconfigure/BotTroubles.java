// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.ReplyFailedEvent;
import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;

/**
 * What went wrong with the bot since a test method began, to be told when the method
 * fails.
 */
class BotTroubles {

	private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

	@EventListener
	void listenerFailed(UpdateFailedEvent event) {
		add("a listener failed with " + event.exception(), event.exception());
	}

	@EventListener
	void replyFailed(ReplyFailedEvent event) {
		add("a reply failed with " + event.exception(), event.exception());
	}

	@EventListener
	void updateWasUnreadable(UnreadableUpdateEvent event) {
		add("it could not read the update " + event.json(), null);
	}

	@EventListener
	void pollingFails(PollingFailing event) {
		add("it cannot receive updates: " + event.reason(), null);
	}

	List<Trouble> all() {
		return List.copyOf(this.troubles);
	}

	void forget() {
		this.troubles.clear();
	}

	private void add(String what, @Nullable Throwable cause) {
		this.troubles.add(new Trouble(what, cause));
	}

	/**
	 * One of them.
	 *
	 * @param what what went wrong
	 * @param cause the exception, if there is one
	 */
	record Trouble(String what, @Nullable Throwable cause) {

	}

}
