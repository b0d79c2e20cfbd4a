// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * How long an update waits before it is forgotten ({@code Client::add_update} and its
 * callers).
 * <p>
 * The official server counts a message's day from its date. Here every update counts from
 * its creation, since tests push messages with a fixed date.
 */
final class UpdateLifetime {

	private static final int DAY = 86_400;

	private UpdateLifetime() {
	}

	/**
	 * The lifetime in seconds.
	 */
	static int of(String kind) {
		return switch (kind) {
			case "inline_query" -> 30;
			case "callback_query", "shipping_query", "pre_checkout_query" -> 150;
			case "chosen_inline_result", "custom_event" -> 600;
			default -> DAY;
		};
	}

}
