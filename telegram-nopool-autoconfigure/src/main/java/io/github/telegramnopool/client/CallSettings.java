// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;

/**
 * How long calls are tried.
 *
 * @param timeout the deadline of a call, from being subscribed to, body and repeated
 * tries included
 * @param minThroughput the bytes per second below which a transfer is given up: a file
 * adds to the deadline what it takes at that speed
 * @param obeyFlood whether a call that comes too often is repeated after the time that
 * Telegram names
 * @param maxFloodWait the longest time to wait for that, added to the deadline
 * @param pacing whether messages wait so that Telegram does not have to demand it
 * @since 0.1.0
 */
public record CallSettings(Duration timeout, long minThroughput, boolean obeyFlood, Duration maxFloodWait,
		boolean pacing) {

}
