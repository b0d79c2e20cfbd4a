// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.management;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.management.TelegramEndpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link TelegramEndpoint}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TelegramAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(ManagedBot.class)
@ConditionalOnAvailableEndpoint(TelegramEndpoint.class)
public final class TelegramEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TelegramEndpoint telegramEndpoint(ObjectProvider<ManagedBot> bots) {
		return new TelegramEndpoint(bots::orderedStream);
	}

}
