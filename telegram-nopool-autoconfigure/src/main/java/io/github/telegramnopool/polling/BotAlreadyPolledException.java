// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

/**
 * Another poller in this JVM asks for the updates of the same bot. Each update goes to
 * one of them only, so this one does not start.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class BotAlreadyPolledException extends IllegalStateException {

	BotAlreadyPolledException(String bot) {
		super("Another application context in this JVM already asks for the updates of bot " + bot
				+ ", and each update goes to one of the two only");
	}

	/**
	 * What to do.
	 * @return what to do
	 */
	public String action() {
		return "Close the other context first, use a bot of its own for this one, or set"
				+ " telegram.polling.enabled=false in one of them.";
	}

}
