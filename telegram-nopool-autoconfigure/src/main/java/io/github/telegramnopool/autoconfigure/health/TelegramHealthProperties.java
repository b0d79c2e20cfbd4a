// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.github.telegramnopool.health.TelegramHealthIndicator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * {@link ConfigurationProperties Configuration properties} for
 * {@link TelegramHealthIndicator}.
 *
 * @param tolerance Time for which a bot may hear nothing and counts as up all the same.
 * If a duration suffix is not specified, seconds will be used.
 * @since 0.1.0
 */
@ConfigurationProperties("management.health.telegram")
public record TelegramHealthProperties(@DefaultValue("2m") @DurationUnit(ChronoUnit.SECONDS) Duration tolerance) {

}
