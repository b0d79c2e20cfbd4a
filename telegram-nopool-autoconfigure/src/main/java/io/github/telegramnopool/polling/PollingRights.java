// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who may ask for the updates of which bot, in the whole JVM: two pollers of one bot
 * would take its updates away from each other.
 */
final class PollingRights {

	private static final ConcurrentMap<String, UpdatePoller> HOLDERS = new ConcurrentHashMap<>();

	private PollingRights() {
	}

	/**
	 * Take the right, which its holder may do again.
	 * @throws BotAlreadyPolledException if another poller holds it
	 */
	static void take(String bot, UpdatePoller poller) {
		UpdatePoller holder = HOLDERS.putIfAbsent(bot, poller);
		if (holder != null && holder != poller) {
			throw new BotAlreadyPolledException(bot);
		}
	}

	static void release(String bot, UpdatePoller poller) {
		HOLDERS.remove(bot, poller);
	}

}
