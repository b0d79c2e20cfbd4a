// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

/**
 * Listeners are set up in a way that would lose updates, or that Telegram would refuse.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnsupportedListenerException extends RuntimeException {

	private final String action;

	UnsupportedListenerException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Cure.
	 * @return what to do
	 */
	public String action() {
		return this.action;
	}

}
