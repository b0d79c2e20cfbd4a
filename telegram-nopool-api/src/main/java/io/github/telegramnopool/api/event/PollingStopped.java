// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

/**
 * Polling has ended and does not begin again by itself.
 *
 * @param reason why it ended, without secrets
 * @param botName name of the bot in the configuration
 * @since 0.1.0
 */
public record PollingStopped(String reason, String botName) {

}
