// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.management;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.management.TelegramSanitizingFunction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link TelegramSanitizingFunction},
 * also where bots are switched off: their properties are there all the same.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class TelegramSanitizerAutoConfiguration {

	// Before any other: those that follow see nothing that has been masked
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnMissingBean
	static TelegramSanitizingFunction telegramSanitizingFunction(Environment environment,
			ObjectProvider<TelegramConnectionDetails> details) {
		return new TelegramSanitizingFunction(SingletonSupplier.of(new ConfiguredSecrets(environment, details)));
	}

}
