// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.BotClients;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.dispatch.UpdateDispatcher;
import io.github.telegramnopool.dispatch.UpdateListeners;
import io.github.telegramnopool.dispatch.UpdateTransaction;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.polling.PollingSettings;
import io.github.telegramnopool.polling.UpdateHandler;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.ConnectionCounts;
import io.github.telegramnopool.transport.Routes;
import io.github.telegramnopool.transport.TransportSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * All that belongs to one bot, made from its {@link BotSettings}: several bots are
 * several of these.
 * <p>
 * What it talks to Telegram by is made by whoever talks first, mostly the poller's
 * thread. All the classes that this takes would make up most of what a bot adds to the
 * start of its application.
 */
final class TelegramBot implements ManagedBot, AutoCloseable {

	/**
	 * Event loops only move bytes, so a few serve thousands of calls.
	 */
	private static final int MAX_CALL_THREADS = 4;

	private final BotSettings settings;

	private final Routes routes;

	private final LazyResource<BotTraffic> traffic;

	private final TelegramBotApi api;

	private final BlockingTelegramBotApi blockingApi;

	private final UpdateDispatcher dispatcher;

	private final UpdatePoller poller;

	TelegramBot(BotSettings settings, ClientCustomizers customizers, Supplier<JsonMapper> mapper,
			UpdateListeners listeners, UpdateTransaction transaction, ConfigurableApplicationContext context) {
		this.settings = settings;
		String name = settings.name();
		BotObservers observers = BotObservers.of(context);
		this.routes = new Routes(name, settings.transport().routes());
		this.traffic = new LazyResource<>(() -> traffic(observers, customizers, mapper.get()));
		this.api = new DelegatingTelegramBotApi(() -> this.traffic.get().api());
		this.blockingApi = BotClients.blocking(this.api);
		this.dispatcher = new UpdateDispatcher(name, settings.dispatch(), listeners, transaction,
				replies(name, context), observers.updates(), context);
		this.poller = new UpdatePoller(name, identity(settings.transport()), settings.transport().route(),
				settings.polling(), () -> this.traffic.get().polls(), handler(settings),
				() -> allowedUpdates(settings.polling(), listeners), listeners::exist);
	}

	/**
	 * Routes are shared, so that polls know at once what calls have found out, and the
	 * other way round.
	 */
	private BotTraffic traffic(BotObservers observers, ClientCustomizers customizers, JsonMapper mapper) {
		String name = name();
		BotTransport calls = new BotTransport("telegram-call-" + name, this.settings.transport(), this.routes,
				callThreads(), this.settings.maxConcurrentCalls(), observers.listenBy(customizers, name, false));
		ClientCustomizers pollCustomizers = observers.listenBy(customizers, name, true);
		BotClients clients = new BotClients(name, mapper, observers.calls());
		return new BotTraffic(calls,
				clients.updates(() -> calls.another("telegram-poll-" + name, 1, 0, pollCustomizers),
						this.settings.connectAhead()),
				clients.reactive(calls, this.settings.calls(), this.settings.localFiles()),
				clients.doctor(calls, this.settings.polling().margin()));
	}

	private UpdateHandler handler(BotSettings settings) {
		return settings.connectAhead()
				? new ReplyExpectation(this.dispatcher, () -> this.traffic.get().calls().expectCall())
				: this.dispatcher;
	}

	/**
	 * A token may be changed without its bot becoming another one.
	 */
	private static String identity(TransportSettings transport) {
		return transport.token().botId() + " at " + transport.baseUrl().toString().toLowerCase(Locale.ROOT)
				+ (transport.testEnvironment() ? " (test environment)" : "");
	}

	/**
	 * Replies go through the bot's bean. The default bot's may be one that the
	 * application brings.
	 */
	private TelegramBotApi replies(String name, ConfigurableApplicationContext context) {
		Supplier<TelegramBotApi> bean = NamedBots.DEFAULT.equals(name)
				? () -> context.getBeanProvider(TelegramBotApi.class).getIfUnique(() -> this.api)
				: () -> context.getBean(new BotBeanNames(name).api(), TelegramBotApi.class);
		return new DelegatingTelegramBotApi(SingletonSupplier.of(bean));
	}

	private static int callThreads() {
		return Math.min(Runtime.getRuntime().availableProcessors(), MAX_CALL_THREADS);
	}

	/**
	 * An empty list would make Telegram forget what was asked for before.
	 */
	private static List<String> allowedUpdates(PollingSettings settings, UpdateListeners listeners) {
		List<String> explicit = settings.allowedUpdates();
		return (explicit != null && !explicit.isEmpty()) ? explicit : listeners.kinds();
	}

	TelegramBotApi api() {
		return this.api;
	}

	BlockingTelegramBotApi blockingApi() {
		return this.blockingApi;
	}

	@Override
	public String name() {
		return this.settings.name();
	}

	@Override
	public TelegramDoctor doctor() {
		return this.traffic.get().doctor();
	}

	@Override
	public UpdatePoller poller() {
		return this.poller;
	}

	@Override
	public String route() {
		return this.routes.current().description();
	}

	@Override
	public ConnectionCounts connections() {
		BotTraffic traffic = this.traffic.ifMade();
		return (traffic != null) ? traffic.connections() : ConnectionCounts.NONE;
	}

	@Override
	public int waitingCalls() {
		BotTraffic traffic = this.traffic.ifMade();
		return (traffic != null) ? traffic.calls().waitingCalls() : 0;
	}

	@Override
	public Map<String, Object> settings() {
		return SettingsView.of(this.settings);
	}

	@Override
	public void close() throws Exception {
		this.dispatcher.close();
		this.traffic.close();
	}

}
