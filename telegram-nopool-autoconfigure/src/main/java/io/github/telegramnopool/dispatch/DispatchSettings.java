// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;

/**
 * How updates are handed to listeners.
 *
 * @param order which updates wait for each other
 * @param concurrency the number of updates that are handled at a time
 * @param attempts the number of tries of a failing listener
 * @param listenerTimeout the time that a listener may take for an update, 0 for any
 * @param virtualThreads whether listeners run on virtual threads
 * @param publishCommands whether to tell Telegram the commands that have a description
 * @since 0.1.0
 */
public record DispatchSettings(Order order, int concurrency, int attempts, Duration listenerTimeout,
		boolean virtualThreads, boolean publishCommands) {

	/**
	 * Order in which updates are handled.
	 */
	public enum Order {

		/**
		 * In order within a chat or, where there is none, of one user; otherwise at the
		 * same time.
		 */
		PER_CHAT,

		/**
		 * One update after the other.
		 */
		SEQUENTIAL

	}

}
