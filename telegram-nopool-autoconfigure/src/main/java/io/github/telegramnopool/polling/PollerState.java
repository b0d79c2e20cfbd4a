// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

/**
 * State of an {@link UpdatePoller}.
 *
 * @since 0.1.0
 */
public enum PollerState {

	/**
	 * Started, but Telegram has not answered yet.
	 */
	STARTING,

	/**
	 * Receiving updates.
	 */
	RUNNING,

	/**
	 * Not asking for updates, since too many of them wait for listeners.
	 */
	BLOCKED,

	/**
	 * Telegram can't be reached; still trying.
	 */
	FAILING,

	/**
	 * Somebody else receives the bot's updates; still trying.
	 */
	CONFLICT,

	/**
	 * Given up, since Telegram does not accept the token.
	 */
	FAILED,

	/**
	 * Not asking for updates, as told.
	 */
	PAUSED,

	/**
	 * Not started, or stopped.
	 */
	STOPPED

}
