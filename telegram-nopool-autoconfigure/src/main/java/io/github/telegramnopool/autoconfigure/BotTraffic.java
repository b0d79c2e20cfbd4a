// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.client.UpdateSource;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ConnectionCounts;

/**
 * What a bot talks to Telegram by.
 * <p>
 * Calls and polls have transports of their own, so that neither can hold up the other and
 * code of users never runs on the poller's event loop.
 *
 * @param calls carries calls
 * @param polls carries what the poller asks for
 * @param api makes calls
 * @param doctor examines the way
 */
record BotTraffic(BotTransport calls, UpdateSource polls, TelegramBotApi api,
		TelegramDoctor doctor) implements AutoCloseable {

	ConnectionCounts connections() {
		return this.calls.connections().plus(this.polls.connections());
	}

	@Override
	public void close() {
		try {
			this.polls.close();
		}
		finally {
			this.calls.close();
		}
	}

}
