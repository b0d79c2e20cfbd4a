package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.dispatch.UpdateListenerFactory;
import io.github.telegramnopool.dispatch.UpdateTransaction;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.TelegramHttpClientCustomizer;
import io.github.telegramnopool.transport.TelegramWebClientCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for a Telegram bot on fresh connections.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "telegram.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TelegramProperties.class)
public final class TelegramAutoConfiguration {

	@Bean
	static UpdateListenerFactory telegramUpdateListenerFactory(ApplicationContext context) {
		return new UpdateListenerFactory(context);
	}

	@Bean
	@ConditionalOnMissingBean(TelegramConnectionDetails.class)
	PropertiesTelegramConnectionDetails telegramConnectionDetails(TelegramProperties properties,
			SslBundles sslBundles) {
		return new PropertiesTelegramConnectionDetails(properties, sslBundles);
	}

	@Bean
	TelegramBot telegramBot(TelegramProperties properties, TelegramConnectionDetails connection,
			UpdateListenerFactory listenerFactory, ObjectProvider<TelegramHttpClientCustomizer> httpClientCustomizers,
			ObjectProvider<TelegramWebClientCustomizer> webClientCustomizers, ConfigurableApplicationContext context) {
		boolean virtualThreads = Threading.VIRTUAL.isActive(context.getEnvironment());
		BotSettings settings = new TelegramPropertiesMapper(properties).map("default", connection, virtualThreads);
		ClientCustomizers customizers = new ClientCustomizers(httpClientCustomizers.orderedStream().toList(),
				webClientCustomizers.orderedStream().toList());
		UpdateTransaction transaction = properties.dispatch().transactional() ? UpdateTransactions.of(context)
				: UpdateTransaction.NONE;
		return new TelegramBot(settings, customizers, listenerFactory.listeners(), transaction, context);
	}

	// Spring would infer Telegram's method "close", which logs the bot off its server
	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	TelegramBotApi telegramBotApi(TelegramBot bot) {
		return bot.api();
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	BlockingTelegramBotApi blockingTelegramBotApi(TelegramBot bot) {
		return bot.blockingApi();
	}

	@Bean
	@ConditionalOnMissingBean
	TelegramDoctor telegramDoctor(TelegramBot bot) {
		return bot.doctor();
	}

	@Bean
	@ConditionalOnMissingBean
	UpdatePoller telegramUpdatePoller(TelegramBot bot) {
		return bot.poller();
	}

}
