// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.starter.SpringLongPollingBot;
import org.telegram.telegrambots.longpolling.starter.TelegramBotInitializer;
import org.telegram.telegrambots.longpolling.util.LongPollingSingleThreadUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.TelegramOkHttpClientFactory.DefaultOkHttpClientCreator;
import org.telegram.telegrambots.longpolling.util.TelegramOkHttpClientFactory.HttpProxyOkHttpClientCreator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * TelegramBots: its client for calls, and its Spring Boot starter for updates.
 * <p>
 * As it comes, its client for calls is OkHttp's default one, which finds a proxy by the
 * JVM's properties, and its starter takes a proxy in a bean. The same timeouts as
 * telegram-nopool's take the library's way of giving it another OkHttp client.
 */
public final class TelegramBotsPeer implements Peer {

	private final OkHttpTelegramClient client;

	private final @Nullable ConfigurableApplicationContext bot;

	private TelegramBotsPeer(PeerSetup setup, LongConsumer listener) {
		this.client = setup.tuned() ? new OkHttpTelegramClient(tuned(setup), PeerSetup.TOKEN, url(setup))
				: new OkHttpTelegramClient(PeerSetup.TOKEN, url(setup));
		this.bot = setup.polls() ? new SpringApplicationBuilder(BotApplication.class)
			.properties("tuned=" + setup.tuned(), "spring.main.banner-mode=off")
			.initializers((context) -> {
				context.getBeanFactory().registerSingleton("setup", setup);
				context.getBeanFactory().registerSingleton("listener", listener);
			})
			.run() : null;
	}

	/**
	 * Run until the standard input ends.
	 * @param arguments as {@link PeerProcess} has them
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		PeerProcess.run(arguments, TelegramBotsPeer::new);
	}

	@Override
	public void send(long chat, String text) throws TelegramApiException {
		this.client.execute(message(chat, text));
	}

	@Override
	public CompletableFuture<?> sendLater(long chat, String text) {
		try {
			return this.client.executeAsync(message(chat, text));
		}
		catch (TelegramApiException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public void close() {
		if (this.bot != null) {
			this.bot.close();
		}
	}

	private static SendMessage message(long chat, String text) {
		return SendMessage.builder().chatId(chat).text(text).build();
	}

	private static TelegramUrl url(PeerSetup setup) {
		int port = setup.telegram().getPort();
		return TelegramUrl.builder()
			.schema("https")
			.host(setup.telegram().getHost())
			.port((port > 0) ? port : 443)
			.build();
	}

	private static OkHttpClient tuned(PeerSetup setup) {
		return tuned(new OkHttpClient(), setup);
	}

	private static OkHttpClient tuned(OkHttpClient client, PeerSetup setup) {
		return client.newBuilder()
			.proxy(setup.javaProxy())
			.connectTimeout(PeerSetup.CONNECT_TIMEOUT)
			.readTimeout(PeerSetup.READ_TIMEOUT)
			.callTimeout(PeerSetup.CALL_TIMEOUT)
			.build();
	}

	/**
	 * The application that hears.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ AsItComes.class, Tuned.class })
	static class BotApplication {

		@Bean
		Bot bot(LongConsumer listener) {
			return new Bot(listener);
		}

		@Bean
		TelegramUrl telegramUrl(PeerSetup setup) {
			return url(setup);
		}

	}

	/**
	 * The way that the library offers for a proxy.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "tuned", havingValue = false)
	static class AsItComes {

		@Bean
		TelegramBotsLongPollingApplication application(PeerSetup setup) {
			return new TelegramBotsLongPollingApplication(ObjectMapper::new,
					(setup.proxy() != null) ? new HttpProxyOkHttpClientCreator(setup::javaProxy, () -> null)
							: new DefaultOkHttpClientCreator());
		}

	}

	/**
	 * The same timeouts as telegram-nopool's, as far as the library lets them be set.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "tuned")
	static class Tuned {

		@Bean
		TelegramBotsLongPollingApplication application(PeerSetup setup) {
			return new TelegramBotsLongPollingApplication(ObjectMapper::new,
					() -> tuned(new DefaultOkHttpClientCreator().get(), setup));
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
				.timeout(PeerSetup.POLL_SECONDS)
				.offset(last + 1)
				.allowedUpdates(List.of())
				.build();
		}

	}

	/**
	 * Hears.
	 */
	static final class Bot implements SpringLongPollingBot, LongPollingSingleThreadUpdateConsumer {

		private final LongConsumer listener;

		Bot(LongConsumer listener) {
			this.listener = listener;
		}

		@Override
		public String getBotToken() {
			return PeerSetup.TOKEN;
		}

		@Override
		public LongPollingUpdateConsumer getUpdatesConsumer() {
			return this;
		}

		@Override
		public void consume(Update update) {
			this.listener.accept(update.getUpdateId());
		}

	}

}
