// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * Makes one request and waits for its answer. An interrupt gives the request up.
 */
interface PollSource {

	List<ReceivedUpdate> getUpdates(GetUpdates request, Duration deadline) throws InterruptedException;

	<R> R call(BotApiMethod<R> request, Duration deadline) throws InterruptedException;

	/**
	 * Times of the last request that succeeded.
	 */
	String lastTimes();

	/**
	 * Whether the threads that make requests do their work.
	 */
	boolean isResponsive();

	/**
	 * Make requests by other threads from now on: the old ones are stuck.
	 */
	void renew();

}
