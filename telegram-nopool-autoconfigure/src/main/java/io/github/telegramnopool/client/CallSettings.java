package io.github.telegramnopool.client;

import java.time.Duration;

/**
 * How long calls are tried.
 *
 * @param timeout the deadline of a call, from being subscribed to, body and repeated
 * tries included
 * @param obeyFlood whether a call that comes too often is repeated after the time that
 * Telegram names
 * @param maxFloodWait the longest time to wait for that, added to the deadline
 * @since 0.1.0
 */
public record CallSettings(Duration timeout, boolean obeyFlood, Duration maxFloodWait) {

}
