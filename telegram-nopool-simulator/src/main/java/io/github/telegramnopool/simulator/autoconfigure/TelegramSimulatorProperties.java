package io.github.telegramnopool.simulator.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the simulator.
 *
 * @param enabled Whether the bot talks to a simulator inside the application instead of
 * Telegram.
 * @param port Port of the chat page and the control API. 0 for any free port.
 * @since 0.1.0
 */
@ConfigurationProperties("telegram.simulator")
public record TelegramSimulatorProperties(@DefaultValue("false") boolean enabled, @DefaultValue("0") int port) {

}
