// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import java.time.Duration;

/**
 * Polling works again.
 *
 * @param outage time since polling last worked
 * @param botName name of the bot in the configuration
 * @since 0.1.0
 */
public record PollingRecovered(Duration outage, String botName) {

}
