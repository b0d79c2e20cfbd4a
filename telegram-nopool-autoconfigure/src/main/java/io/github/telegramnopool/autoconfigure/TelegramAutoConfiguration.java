// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.TelegramJsonMapperCustomizer;
import io.github.telegramnopool.dispatch.UpdateListenerFactory;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.TelegramHttpClientCustomizer;
import io.github.telegramnopool.transport.TelegramWebClientCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for Telegram bots on fresh connections:
 * one that needs no name, or those that are named under {@code telegram.bots}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "telegram.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TelegramProperties.class)
@Import({ DefaultBotConfiguration.class, NamedBotRegistrar.class })
public final class TelegramAutoConfiguration {

	@Bean
	static UpdateListenerFactory telegramUpdateListenerFactory(ApplicationContext context) {
		return new UpdateListenerFactory(context);
	}

	@Bean
	static ConfigurationPropertiesBindHandlerAdvisor telegramBindHandlerAdvisor() {
		return SecretiveBindHandler::new;
	}

	@Bean
	static SmartInitializingSingleton telegramListenerCheck(UpdateListenerFactory listenerFactory,
			Environment environment) {
		return () -> listenerFactory.listeners().check(NamedBots.of(environment).known());
	}

	/**
	 * Nobody would ask for updates, if each bean waited until somebody asks for it.
	 */
	@Bean
	static LazyInitializationExcludeFilter telegramPollerEagerness() {
		return LazyInitializationExcludeFilter.forBeanTypes(UpdatePoller.class);
	}

	@Bean
	TelegramBotFactory telegramBotFactory(TelegramProperties properties, SslBundles sslBundles,
			UpdateListenerFactory listenerFactory, ObjectProvider<TelegramHttpClientCustomizer> httpClientCustomizers,
			ObjectProvider<TelegramWebClientCustomizer> webClientCustomizers,
			ObjectProvider<TelegramJsonMapperCustomizer> jsonMapperCustomizers,
			ConfigurableApplicationContext context) {
		ClientCustomizers customizers = new ClientCustomizers(httpClientCustomizers.orderedStream().toList(),
				webClientCustomizers.orderedStream().toList());
		return new TelegramBotFactory(properties, sslBundles, listenerFactory, customizers,
				BotJsonMapper.of(jsonMapperCustomizers.orderedStream().toList()), context);
	}

}
