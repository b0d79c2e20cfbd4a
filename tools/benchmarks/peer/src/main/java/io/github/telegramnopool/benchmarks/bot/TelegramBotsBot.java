// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.bot;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.starter.SpringLongPollingBot;
import org.telegram.telegrambots.longpolling.starter.TelegramBotInitializer;
import org.telegram.telegrambots.longpolling.util.LongPollingSingleThreadUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.TelegramOkHttpClientFactory.HttpProxyOkHttpClientCreator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A bot with TelegramBots' Spring Boot starter. Without sane timeouts it has nothing but
 * what its way through the proxy takes.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class TelegramBotsBot {

	/**
	 * Run until the parent process ends.
	 * @param args a {@link BotSetup}
	 */
	public static void main(String[] args) throws IOException {
		BotSetup setup = BotSetup.of(args);
		HeardUpdates heard = HeardUpdates.into(setup.heard());
		new SpringApplicationBuilder(TelegramBotsBot.class)
			.properties("sane=" + setup.sane(), "spring.main.keep-alive=true", "spring.main.banner-mode=off")
			.initializers((context) -> {
				context.getBeanFactory().registerSingleton("setup", setup);
				context.getBeanFactory().registerSingleton("heard", heard);
			})
			.run();
	}

	@Bean
	TelegramUrl telegramUrl(BotSetup setup) {
		return TelegramUrl.builder().schema("https").host(setup.host()).port(443).build();
	}

	@Bean
	Bot bot(BotSetup setup, HeardUpdates heard) {
		return new Bot(setup, heard);
	}

	/**
	 * The way that the library offers for a proxy.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "sane", havingValue = false)
	static class AsItComes {

		@Bean
		TelegramBotsLongPollingApplication application(BotSetup setup) {
			return new TelegramBotsLongPollingApplication(ObjectMapper::new,
					new HttpProxyOkHttpClientCreator(setup::proxy, () -> null));
		}

	}

	/**
	 * The same timeouts as telegram-nopool's, as far as the library lets them be set.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "sane")
	static class SaneTimeouts {

		@Bean
		TelegramBotsLongPollingApplication application(BotSetup setup) {
			return new TelegramBotsLongPollingApplication(ObjectMapper::new,
					() -> new HttpProxyOkHttpClientCreator(setup::proxy, () -> null).get()
						.newBuilder()
						.connectTimeout(BotSetup.CONNECT_TIMEOUT)
						.readTimeout(BotSetup.READ_TIMEOUT)
						.callTimeout(BotSetup.CALL_TIMEOUT)
						.build());
		}

		/**
		 * In place of the starter's, whose polls always wait 50 s.
		 */
		@Bean
		TelegramBotInitializer initializer(TelegramBotsLongPollingApplication application, Bot bot, TelegramUrl url) {
			return new TelegramBotInitializer(application, List.of()) {

				@Override
				public void afterPropertiesSet() {
					try {
						application.registerBot(bot.getBotToken(), () -> url, polls(), bot);
					}
					catch (TelegramApiException ex) {
						throw new IllegalStateException(ex);
					}
				}

			};
		}

		private static Function<Integer, GetUpdates> polls() {
			return (last) -> GetUpdates.builder()
				.limit(100)
				.timeout(BotSetup.POLL_SECONDS)
				.offset(last + 1)
				.allowedUpdates(List.of())
				.build();
		}

	}

	/**
	 * Hears.
	 */
	static final class Bot implements SpringLongPollingBot, LongPollingSingleThreadUpdateConsumer {

		private final BotSetup setup;

		private final HeardUpdates heard;

		Bot(BotSetup setup, HeardUpdates heard) {
			this.setup = setup;
			this.heard = heard;
		}

		@Override
		public String getBotToken() {
			return this.setup.token();
		}

		@Override
		public LongPollingUpdateConsumer getUpdatesConsumer() {
			return this;
		}

		@Override
		public void consume(Update update) {
			this.heard.add(update.getUpdateId());
		}

	}

}
