// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * Is told how long the phases of each call of a bot took. A bean of this type is told of
 * all bots.
 * <p>
 * Called on event loops and timers, so it has to be quick, and must not throw.
 *
 * @since 0.1.0
 */
public interface PhaseListener {

	/**
	 * Listens to nothing.
	 */
	PhaseListener NONE = (bot, poll, times) -> {
	};

	/**
	 * Note the times of one try of a call, which has ended well or not.
	 * @param bot the bot's name in the configuration
	 * @param poll whether it was the poller's, whose answers wait for updates
	 * @param times how long each phase took, up to the one in which it ended
	 */
	void ended(String bot, boolean poll, PhaseTimes times);

}
