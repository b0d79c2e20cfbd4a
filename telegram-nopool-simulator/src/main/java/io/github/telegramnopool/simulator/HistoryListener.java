// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * Told what happens in a simulator, so that a run can be judged by its history afterwards
 * however long it was: the simulator's own logs keep only the latest.
 * <p>
 * Called by several threads, as it happens and before any client can see an effect of it,
 * with locks held: it must be quick, safe for that, and call nothing of the simulator.
 *
 * @see TelegramSimulatorBuilder#history(HistoryListener)
 * @since 0.1.0
 */
@FunctionalInterface
public interface HistoryListener {

	/**
	 * Something has happened.
	 * @param event what has happened
	 */
	void happened(HistoryEvent event);

}
