package io.github.telegramnopool.dispatch;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What all updates of a bot are dispatched with.
 */
record DispatchParts(DispatchSettings settings, UpdateListeners listeners, UpdateTransaction transaction,
		EventPublication events, ListenerResults results, ScheduledExecutorService timer) {

	boolean isTransactional() {
		return this.transaction != UpdateTransaction.NONE;
	}

}
