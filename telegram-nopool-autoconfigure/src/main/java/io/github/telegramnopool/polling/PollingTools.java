// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What a poll loop works with. It outlives the loop, which may be replaced.
 *
 * @param name the bot's name in the configuration
 * @param settings how to poll
 * @param requests makes the requests
 * @param window the updates that are not confirmed
 * @param handler where updates go to
 * @param status where to tell how it goes
 * @param recovery what follows a failure
 * @param time time
 */
record PollingTools(String name, PollingSettings settings, PollRequests requests, UpdateWindow window,
		UpdateHandler handler, StatusBoard status, Recovery recovery, PollerTime time) {

	static PollingTools make(String name, String route, PollingSettings settings, PollSource source,
			UpdateHandler handler, Supplier<List<String>> allowedUpdates, PollerTime time) {
		PollRequests requests = new PollRequests(source, settings, allowedUpdates);
		StatusBoard status = new StatusBoard(name, route, handler, time);
		Recovery recovery = new Recovery(requests, status, new Backoff(new Random()));
		return new PollingTools(name, settings, requests, new UpdateWindow(time), handler, status, recovery, time);
	}

}
