package io.github.telegramnopool.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.polling.UpdatePoller;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * Registers the beans of each bot that is named under {@code telegram.bots}, with its
 * name as their qualifier.
 * <p>
 * Public, since code that Spring generates ahead of time makes one. All of the beans are
 * fallbacks: where the default bot has one, that is injected unless somebody asks for
 * another by its qualifier.
 *
 * @since 0.1.0
 */
public final class NamedBotRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		Map<String, String> qualifiers = new LinkedHashMap<>();
		NamedBots.of(environment).others().forEach((name) -> new Registration(registry, name, qualifiers).beans());
		if (!qualifiers.isEmpty()) {
			registry.registerBean("telegramBotQualifiers", BotQualifiers.class,
					(spec) -> spec.infrastructure().supplier((context) -> new BotQualifiers(qualifiers)));
		}
	}

	/**
	 * The registration of one bot.
	 *
	 * @param registry where beans are registered
	 * @param bot the bot's name
	 * @param qualifiers where the qualifier of each bean is noted
	 */
	private record Registration(BeanRegistry registry, String bot, Map<String, String> qualifiers) {

		void beans() {
			BotBeanNames names = new BotBeanNames(this.bot);
			bean(names.bot(), TelegramBot.class, (context) -> context.bean(TelegramBotFactory.class).create(this.bot));
			part(names.api(), TelegramBotApi.class, TelegramBot::api);
			part(names.blockingApi(), BlockingTelegramBotApi.class, TelegramBot::blockingApi);
			part(names.doctor(), TelegramDoctor.class, TelegramBot::doctor);
			part(names.poller(), UpdatePoller.class, TelegramBot::poller);
		}

		private <T> void part(String name, Class<T> type, Function<TelegramBot, T> part) {
			String owner = new BotBeanNames(this.bot).bot();
			bean(name, type, (context) -> part.apply(context.bean(owner, TelegramBot.class)));
		}

		private <T> void bean(String name, Class<T> type, Function<BeanRegistry.SupplierContext, T> supplier) {
			this.registry.registerBean(name, type, (spec) -> spec.fallback().supplier(supplier));
			this.qualifiers.put(name, this.bot);
		}

	}

}
