// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Properties of the simulator.
 *
 * @param enabled Whether the bot talks to a simulator inside the application instead of
 * Telegram.
 * @param port Port of the chat page and the control API. 0 for any free port.
 * @param faultProxy Whether the bot reaches the simulator by TLS and through a proxy that
 * can be broken. Otherwise it does so by plain HTTP.
 * @param patience Time that a conversation in a test waits for the bot. If a duration
 * suffix is not specified, seconds will be used.
 * @since 0.1.0
 */
@ConfigurationProperties("telegram.simulator")
public record TelegramSimulatorProperties(@DefaultValue("false") boolean enabled, @DefaultValue("0") int port,
		@DefaultValue("true") boolean faultProxy,
		@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) Duration patience) {

}
