// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.observation;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.observation.BotMeters;
import io.github.telegramnopool.observation.PhaseMeters;
import io.github.telegramnopool.observation.UpdateMeters;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link AutoConfiguration Auto-configuration} for the meters of bots.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = TelegramAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "telegram.enabled", matchIfMissing = true)
public final class TelegramMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BotMeters telegramBotMeters(ObjectProvider<ManagedBot> bots) {
		return new BotMeters(bots::orderedStream);
	}

	@Bean
	@ConditionalOnMissingBean
	UpdateMeters telegramUpdateMeters(ObjectProvider<MeterRegistry> registry) {
		return new UpdateMeters(SingletonSupplier.of(registry::getObject));
	}

	@Bean
	@ConditionalOnMissingBean
	PhaseMeters telegramPhaseMeters(ObjectProvider<MeterRegistry> registry) {
		return new PhaseMeters(SingletonSupplier.of(registry::getObject));
	}

}
