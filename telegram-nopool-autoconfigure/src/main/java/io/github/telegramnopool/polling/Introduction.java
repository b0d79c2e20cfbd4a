// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.util.List;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.method.DeleteWebhook;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.model.User;
import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * The first requests after a start: who the bot is, and tidying up as configured.
 *
 * @param bot who the bot is
 * @param times how long it took to learn that
 */
record Introduction(BotInfo bot, String times) {

	static Introduction make(String name, PollRequests requests, PollingSettings settings, UpdateWindow window,
			LoopWatch watch) throws InterruptedException {
		watch.polls();
		User me = requests.call(GetMe.of());
		String times = requests.lastTimes();
		if (settings.deleteWebhook()) {
			watch.polls();
			requests.call(DeleteWebhook.builder().dropPendingUpdates(settings.dropPendingUpdates()).build());
		}
		if (settings.dropPendingUpdates()) {
			watch.polls();
			List<ReceivedUpdate> last = requests.last();
			last.forEach((update) -> window.reset(update.id() + 1));
		}
		return new Introduction(new BotInfo(name, me.id(), (me.username() != null) ? me.username() : ""), times);
	}

}
