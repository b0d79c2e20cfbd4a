// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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
			registry.registerBean("telegramNamedBotDefinitions", NamedBotDefinitions.class,
					(spec) -> spec.infrastructure().supplier((context) -> new NamedBotDefinitions(qualifiers)));
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
			bean(names.bot(), TelegramBot.class,
					(spec) -> spec.supplier((context) -> context.bean(TelegramBotFactory.class).create(this.bot)));
			bean(names.poller(), UpdatePoller.class, (spec) -> spec.supplier(of(TelegramBot::poller)));
			lazy(names.api(), TelegramBotApi.class, TelegramBot::api);
			lazy(names.blockingApi(), BlockingTelegramBotApi.class, TelegramBot::blockingApi);
			lazy(names.doctor(), TelegramDoctor.class, TelegramBot::doctor);
		}

		private <T> void lazy(String name, Class<T> type, Function<TelegramBot, T> part) {
			bean(name, type, (spec) -> spec.lazyInit().supplier(of(part)));
		}

		private <T> Function<BeanRegistry.SupplierContext, T> of(Function<TelegramBot, T> part) {
			String owner = new BotBeanNames(this.bot).bot();
			return (context) -> part.apply(context.bean(owner, TelegramBot.class));
		}

		private <T> void bean(String name, Class<T> type, Consumer<BeanRegistry.Spec<T>> definition) {
			this.registry.registerBean(name, type, (spec) -> definition.accept(spec.fallback()));
			this.qualifiers.put(name, this.bot);
		}

	}

}
