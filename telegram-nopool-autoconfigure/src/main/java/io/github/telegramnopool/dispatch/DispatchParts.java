// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

/**
 * What all updates of a bot are dispatched with.
 */
record DispatchParts(DispatchSettings settings, UpdateListeners listeners, UpdateTransaction transaction,
		EventPublication events, ListenerResults results, ListenerWatch watch, UpdateObserver observer) {

	boolean isTransactional() {
		return this.transaction != UpdateTransaction.NONE;
	}

}
