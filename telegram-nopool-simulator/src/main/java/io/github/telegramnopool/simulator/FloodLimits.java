// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * How many messages a bot may send before it is answered 429. Albums and lists of
 * messages count as what is in them.
 *
 * @param perSecond the most in a second, whatever the chat
 * @param perChatPerSecond the most in a second to one chat
 * @param perGroupPerMinute the most in a minute to one group or channel
 * @since 0.1.0
 */
public record FloodLimits(int perSecond, int perChatPerSecond, int perGroupPerMinute) {

	/**
	 * Check the limits.
	 */
	public FloodLimits {
		if (perSecond < 1 || perChatPerSecond < 1 || perGroupPerMinute < 1) {
			throw new IllegalArgumentException("Each flood limit must be at least 1, but they are %d, %d and %d."
				.formatted(perSecond, perChatPerSecond, perGroupPerMinute));
		}
	}

	/**
	 * The limits that Telegram's FAQ names: 30 a second in all, one a second to a chat,
	 * 20 a minute to a group.
	 * @return the limits
	 */
	public static FloodLimits telegram() {
		return new FloodLimits(30, 1, 20);
	}

}
