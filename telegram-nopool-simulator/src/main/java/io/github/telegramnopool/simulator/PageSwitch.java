// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

/**
 * Something that a person at the chat page, or a test by {@code POST /_sim/switches}, can
 * set to one of a few choices, as a {@link FaultSwitch} does with a proxy.
 * <p>
 * Called by the simulator's threads, so a choice must not take long.
 *
 * @since 0.1.0
 */
public interface PageSwitch {

	/**
	 * Name of the switch, as {@code proxy}.
	 * @return a name that no other switch of the simulator has
	 */
	String name();

	/**
	 * What can be chosen.
	 * @return the choices; the first one is that by which nothing happens
	 */
	List<String> choices();

	/**
	 * What is chosen now.
	 * @return one of the choices
	 */
	String chosen();

	/**
	 * Choose.
	 * @param choice one of the choices
	 */
	void choose(String choice);

	/**
	 * Bot that runs unless the first choice is set. The page does not write to it while
	 * it does not run.
	 * @return the bot's id, or 0 for none
	 */
	default long botId() {
		return 0;
	}

}
