// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

/**
 * Polling began to fail. It goes on trying.
 *
 * @param reason what failed, without secrets
 * @param botName name of the bot in the configuration
 * @since 0.1.0
 */
public record PollingFailing(String reason, String botName) {

}
