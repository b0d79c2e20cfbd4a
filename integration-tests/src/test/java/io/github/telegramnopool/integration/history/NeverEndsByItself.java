// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

/**
 * The bot's process ends only when it is ended.
 */
final class NeverEndsByItself extends Property {

	static final String UNASKED = "unasked";

	@Override
	void see(Event event) {
		if (event.kind() == Event.Kind.GONE && event.detail().startsWith(UNASKED)) {
			violated("life %d of bot %d is gone, %s", event.run(), event.bot(), event.detail());
		}
	}

}
