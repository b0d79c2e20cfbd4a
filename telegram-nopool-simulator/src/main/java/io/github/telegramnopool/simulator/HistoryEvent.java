// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Map;

/**
 * One thing that happened in a simulator. A bot and its twin of the test environment
 * share an id.
 *
 * @since 0.1.0
 */
public sealed interface HistoryEvent {

	/**
	 * An update was queued.
	 *
	 * @param bot id of the bot
	 * @param update the {@code update_id}
	 * @param kind name of the field that the update fills
	 * @param chat the chat that this field names, or 0
	 * @since 0.1.0
	 */
	record Pushed(long bot, long update, String kind, long chat) implements HistoryEvent {

	}

	/**
	 * Updates were put into an answer to a poll, whether or not it arrives.
	 *
	 * @param bot id of the bot
	 * @param updates each {@code update_id}, ascending
	 * @since 0.1.0
	 */
	record Served(long bot, List<Long> updates) implements HistoryEvent {

	}

	/**
	 * An update was forgotten because an offset behind it came.
	 *
	 * @param bot id of the bot
	 * @param update the {@code update_id}
	 * @since 0.1.0
	 */
	record Confirmed(long bot, long update) implements HistoryEvent {

	}

	/**
	 * A call has had its effect, whatever becomes of its answer.
	 *
	 * @param bot id of the bot
	 * @param method name of the method, as Telegram writes it
	 * @param parameters the parameters from query and body
	 * @param connection number of the connection that carried the call, or 0 if it came
	 * in the answer of a webhook
	 * @since 0.1.0
	 */
	record Executed(long bot, String method, Map<String, String> parameters, long connection) implements HistoryEvent {

	}

	/**
	 * A {@code getUpdates} has come.
	 *
	 * @param bot id of the bot
	 * @param connection number of the connection that carries it
	 * @since 0.1.0
	 */
	record PollBegan(long bot, long connection) implements HistoryEvent {

	}

	/**
	 * A {@code getUpdates} is about to be answered, or its client's connection is closed.
	 *
	 * @param bot id of the bot
	 * @param connection number of the connection that carried it
	 * @since 0.1.0
	 */
	record PollEnded(long bot, long connection) implements HistoryEvent {

	}

	/**
	 * A connection was accepted.
	 *
	 * @param connection its number, from 1
	 * @since 0.1.0
	 */
	record Opened(long connection) implements HistoryEvent {

	}

	/**
	 * The head of a request to the Bot API has come.
	 *
	 * @param connection number of the connection that carries it
	 * @since 0.1.0
	 */
	record Requested(long connection) implements HistoryEvent {

	}

	/**
	 * A connection was closed, by either side.
	 *
	 * @param connection its number
	 * @since 0.1.0
	 */
	record Closed(long connection) implements HistoryEvent {

	}

}
