// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.CallSettings;
import io.github.telegramnopool.dispatch.DispatchSettings;
import io.github.telegramnopool.polling.PollingSettings;
import io.github.telegramnopool.transport.TransportSettings;

/**
 * Everything that one bot is made from.
 *
 * @param name the bot's name in the configuration
 * @param transport how connections are made
 * @param maxConcurrentCalls the number of calls at a time, 0 for no limit
 * @param connectAhead whether connections are begun before there are calls for them
 * @param calls how long calls are tried
 * @param localFiles whether files of a local Bot API server are read from this machine's
 * disk
 * @param polling how updates are received
 * @param dispatch how updates are handed to listeners
 * @param transactional whether that is done inside transactions
 */
record BotSettings(String name, TransportSettings transport, int maxConcurrentCalls, boolean connectAhead,
		CallSettings calls, boolean localFiles, PollingSettings polling, DispatchSettings dispatch,
		boolean transactional) {

}
