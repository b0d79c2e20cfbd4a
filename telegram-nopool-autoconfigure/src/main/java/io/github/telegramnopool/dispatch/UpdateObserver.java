// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.List;

import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * Watches what becomes of each update. Beans of this type watch those of all bots.
 * <p>
 * Called on the threads of poller and listeners, so it must not wait; and it must not
 * throw.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface UpdateObserver {

	/**
	 * Watches nothing.
	 */
	UpdateObserver NONE = (bot, update) -> UpdateObservation.NONE;

	/**
	 * Note that an update has come. It may have to wait for others.
	 * @param bot the bot's name in the configuration
	 * @param update the update
	 */
	default void received(String bot, ReceivedUpdate update) {
	}

	/**
	 * Begin to watch the handling of an update.
	 * @param bot the bot's name in the configuration
	 * @param update the update
	 * @return what to tell how it goes
	 */
	UpdateObservation begin(String bot, ReceivedUpdate update);

	/**
	 * Make one of several.
	 * @param observers the observers, in the order in which they are told of a beginning
	 * @return an observer that tells all of them, whatever one of them throws
	 */
	static UpdateObserver all(List<UpdateObserver> observers) {
		return observers.isEmpty() ? NONE : new UpdateObservers(observers);
	}

}
