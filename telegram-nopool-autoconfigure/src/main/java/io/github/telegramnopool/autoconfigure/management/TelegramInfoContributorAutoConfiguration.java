// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.management;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.management.TelegramInfoContributor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link TelegramInfoContributor}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TelegramAutoConfiguration.class)
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean(ManagedBot.class)
@ConditionalOnEnabledInfoContributor("telegram")
public final class TelegramInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TelegramInfoContributor telegramInfoContributor(ObjectProvider<ManagedBot> bots) {
		return new TelegramInfoContributor(bots::orderedStream);
	}

}
