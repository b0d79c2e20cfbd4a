// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.health.TelegramHealthIndicator;
import io.github.telegramnopool.management.ManagedBot;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link TelegramHealthIndicator}: one
 * component {@code telegram} or, for several bots, one of each below it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TelegramAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(ManagedBot.class)
@ConditionalOnEnabledHealthIndicator("telegram")
@EnableConfigurationProperties(TelegramHealthProperties.class)
public final class TelegramHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "telegramHealthIndicator", "telegramHealthContributor" })
	HealthContributor telegramHealthContributor(ObjectProvider<ManagedBot> bots, TelegramHealthProperties properties) {
		Map<String, HealthContributor> contributors = new LinkedHashMap<>();
		bots.orderedStream()
			.forEach((bot) -> contributors.put(bot.name(), new TelegramHealthIndicator(bot, properties.tolerance())));
		return (contributors.size() == 1) ? contributors.values().iterator().next()
				: CompositeHealthContributor.fromMap(contributors);
	}

}
