// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.client.ReceivedUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an update is published as: exactly one event.
 */
final class UpdateEvents {

	private final UpdateListeners listeners;

	private final EventPublication events;

	UpdateEvents(UpdateListeners listeners, EventPublication events) {
		this.listeners = listeners;
		this.events = events;
	}

	/**
	 * Make the event.
	 * @return the event, or {@code null} if the update can't be read
	 */
	@Nullable UpdateEvent event(ReceivedUpdate received, BotInfo bot) {
		Update update = received.update();
		if (update == null) {
			return null;
		}
		UpdateKind kind = UpdateKind.of(update);
		if (kind == null) {
			return new UnknownUpdateEvent(update, bot, received.tree());
		}
		CommandEvent command = Commands.find(update, bot);
		return (command != null && this.listeners.want(this.events.wrap(command))) ? command : kind.event(update, bot);
	}

	/**
	 * Tell what an update waits for: those before it of the same chat or, outside of any,
	 * of the same user.
	 * @return the same object for updates that wait for each other
	 */
	static Object lane(ReceivedUpdate received) {
		Update update = received.update();
		UpdateKind kind = (update != null) ? UpdateKind.of(update) : null;
		if (update == null || kind == null) {
			return received;
		}
		Long chat = kind.chatId(update);
		Long user = kind.userId(update);
		return (chat != null) ? chat : (user != null) ? user : received;
	}

}
