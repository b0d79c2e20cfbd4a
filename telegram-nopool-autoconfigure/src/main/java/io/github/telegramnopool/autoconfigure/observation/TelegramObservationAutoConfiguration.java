// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.observation;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.observation.CallObservationConvention;
import io.github.telegramnopool.observation.ObservedCalls;
import io.github.telegramnopool.observation.ObservedUpdates;
import io.github.telegramnopool.observation.UpdateObservationConvention;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link AutoConfiguration Auto-configuration} for the observations
 * {@code telegram.api.call} and {@code telegram.update}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = TelegramAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "telegram.enabled", matchIfMissing = true)
public final class TelegramObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ObservedCalls telegramObservedCalls(ObjectProvider<ObservationRegistry> registry,
			ObjectProvider<CallObservationConvention> convention) {
		return new ObservedCalls(SingletonSupplier.of(registry::getObject), convention.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	ObservedUpdates telegramObservedUpdates(ObjectProvider<ObservationRegistry> registry,
			ObjectProvider<UpdateObservationConvention> convention) {
		return new ObservedUpdates(SingletonSupplier.of(registry::getObject), convention.getIfAvailable());
	}

}
