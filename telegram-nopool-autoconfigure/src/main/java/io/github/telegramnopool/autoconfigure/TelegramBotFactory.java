// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.telegramnopool.dispatch.UpdateListenerFactory;
import io.github.telegramnopool.dispatch.UpdateTransaction;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.TransportSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the bots of an application. They share listeners and customizers, and nothing
 * that could fail.
 */
final class TelegramBotFactory {

	private final TelegramProperties properties;

	private final NamedBots bots;

	private final BotConnections connections;

	private final UpdateListenerFactory listenerFactory;

	private final ClientCustomizers customizers;

	private final Supplier<JsonMapper> mapper;

	private final ConfigurableApplicationContext context;

	/**
	 * Name of the bot that an id belongs to.
	 */
	private final Map<String, String> owners = new ConcurrentHashMap<>();

	TelegramBotFactory(TelegramProperties properties, SslBundles sslBundles, UpdateListenerFactory listenerFactory,
			ClientCustomizers customizers, Supplier<JsonMapper> mapper, ConfigurableApplicationContext context) {
		this.properties = properties;
		this.bots = NamedBots.of(context.getEnvironment());
		this.connections = new BotConnections(context.getBeanFactory(), sslBundles, this.bots);
		this.listenerFactory = listenerFactory;
		this.customizers = customizers;
		this.mapper = mapper;
		this.context = context;
	}

	/**
	 * Make a bot.
	 * @throws InvalidTelegramPropertyException if one of its properties can't be used
	 */
	TelegramBot create(String bot) {
		if (!this.bots.names(bot)) {
			return make(bot, this.properties);
		}
		BotProperties properties = new BotProperties(bot, this.context.getEnvironment());
		try {
			return make(bot, properties.bind());
		}
		catch (InvalidTelegramPropertyException ex) {
			throw properties.told(ex);
		}
	}

	private TelegramBot make(String bot, TelegramProperties properties) {
		boolean virtualThreads = Threading.VIRTUAL.isActive(this.context.getEnvironment());
		BotSettings settings = new TelegramPropertiesMapper(properties).map(bot, this.connections.find(bot, properties),
				virtualThreads);
		refuseSecondOwner(bot, settings.transport());
		UpdateTransaction transaction = settings.transactional() ? UpdateTransactions.of(this.context)
				: UpdateTransaction.NONE;
		return new TelegramBot(settings, this.customizers, this.mapper, this.listenerFactory.listeners().forBot(bot),
				transaction, this.context);
	}

	/**
	 * A token may be changed without its bot becoming another one, so bots are compared,
	 * not tokens.
	 */
	private void refuseSecondOwner(String bot, TransportSettings transport) {
		String id = transport.token().botId() + (transport.testEnvironment() ? " of the test environment" : "");
		String owner = this.owners.putIfAbsent(id, bot);
		if (owner != null && !owner.equals(bot)) {
			throw new InvalidTelegramPropertyException("telegram.token",
					"it is of the same bot (" + id + ") as the token of Telegram bot '" + owner + "'",
					"Give each a token of its own: two would take each other's updates away.");
		}
	}

}
