// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.util.Map;

import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.ConnectionCounts;

/**
 * A bot as its operator sees it. There is a bean of this type for each.
 * <p>
 * Nothing here touches the network but an examination by the {@link #doctor()}, and
 * nothing tells a secret. All methods may be called from any thread.
 *
 * @since 0.1.0
 */
public interface ManagedBot {

	/**
	 * Name.
	 * @return the bot's name in the configuration, {@code default} if there is just one
	 */
	String name();

	/**
	 * Poller.
	 * @return what receives the bot's updates, started or not
	 */
	UpdatePoller poller();

	/**
	 * Doctor.
	 * @return what examines the way to Telegram
	 */
	TelegramDoctor doctor();

	/**
	 * How the Bot API is reached.
	 * @return the route that was taken last, such as
	 * {@code via socks5 proxy 127.0.0.1:7897}
	 */
	String route();

	/**
	 * Connections so far.
	 * @return the number of connections opened and closed, for calls and for polls
	 */
	ConnectionCounts connections();

	/**
	 * Calls that wait for others to end.
	 * @return the number of calls that have not begun to connect
	 */
	int waitingCalls();

	/**
	 * Effective settings.
	 * @return the values by the names of their properties, without secrets
	 */
	Map<String, Object> settings();

}
