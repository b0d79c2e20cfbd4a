// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.polling.UpdatePoller;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Beans of the bot that needs no name. {@link NamedBotRegistrar} registers those of the
 * others.
 * <p>
 * What makes calls is lazy, since Spring looks at each of its methods, and a method for
 * each of Telegram's means hundreds of classes to load.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnDefaultBotCondition.class)
class DefaultBotConfiguration {

	@Bean
	static DefaultBotDefinitions telegramDefaultBotDefinitions() {
		return new DefaultBotDefinitions();
	}

	@Bean
	@ConditionalOnMissingBean(TelegramConnectionDetails.class)
	PropertiesTelegramConnectionDetails telegramConnectionDetails(TelegramProperties properties, SslBundles sslBundles,
			Environment environment) {
		TelegramProperties own = NamedBots.of(environment).names(NamedBots.DEFAULT)
				? new BotProperties(NamedBots.DEFAULT, environment).bind() : properties;
		return new PropertiesTelegramConnectionDetails(own, sslBundles);
	}

	@Bean
	@Qualifier(NamedBots.DEFAULT)
	TelegramBot telegramBot(TelegramBotFactory factory) {
		return factory.create(NamedBots.DEFAULT);
	}

	// Spring would infer Telegram's method "close", which logs the bot off its server
	@Bean(destroyMethod = "")
	@Lazy
	@ConditionalOnMissingBean
	@Qualifier(NamedBots.DEFAULT)
	TelegramBotApi telegramBotApi(TelegramBot bot) {
		return bot.api();
	}

	@Bean(destroyMethod = "")
	@Lazy
	@ConditionalOnMissingBean
	@Qualifier(NamedBots.DEFAULT)
	BlockingTelegramBotApi blockingTelegramBotApi(TelegramBot bot) {
		return bot.blockingApi();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	@Qualifier(NamedBots.DEFAULT)
	TelegramDoctor telegramDoctor(TelegramBot bot) {
		return bot.doctor();
	}

	@Bean
	@ConditionalOnMissingBean
	@Qualifier(NamedBots.DEFAULT)
	UpdatePoller telegramUpdatePoller(TelegramBot bot) {
		return bot.poller();
	}

}
