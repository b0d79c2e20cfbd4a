package io.github.telegramnopool.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.BotClients;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.client.UpdateSource;
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
 * Calls and polls have transports of their own, so that neither can hold up the other and
 * code of users never runs on the poller's event loop.
 */
final class TelegramBot implements ManagedBot, AutoCloseable {

	/**
	 * Event loops only move bytes, so a few serve thousands of calls.
	 */
	private static final int MAX_CALL_THREADS = 4;

	private final BotSettings settings;

	private final BotTransport calls;

	private final UpdateSource polls;

	private final TelegramBotApi api;

	private final BlockingTelegramBotApi blockingApi;

	private final TelegramDoctor doctor;

	private final UpdateDispatcher dispatcher;

	private final UpdatePoller poller;

	TelegramBot(BotSettings settings, ClientCustomizers customizers, JsonMapper mapper, UpdateListeners listeners,
			UpdateTransaction transaction, ConfigurableApplicationContext context) {
		this.settings = settings;
		String name = settings.name();
		BotObservers observers = BotObservers.of(context);
		// Shared, so that polls know at once what calls have found out, and the other way
		// round
		Routes routes = new Routes(name, settings.transport().routes());
		this.calls = new BotTransport("telegram-call-" + name, settings.transport(), routes, callThreads(),
				settings.maxConcurrentCalls(), observers.listenBy(customizers, name, false));
		BotClients clients = new BotClients(name, mapper, observers.calls());
		ClientCustomizers pollCustomizers = observers.listenBy(customizers, name, true);
		this.polls = clients.updates(() -> this.calls.another("telegram-poll-" + name, 1, 0, pollCustomizers),
				settings.connectAhead());
		this.api = clients.reactive(this.calls, settings.calls(), settings.localFiles());
		this.blockingApi = clients.blocking(this.api);
		this.doctor = clients.doctor(this.calls, settings.polling().margin());
		this.dispatcher = new UpdateDispatcher(name, settings.dispatch(), listeners, transaction,
				replies(name, context), observers.updates(), context);
		this.poller = new UpdatePoller(name, identity(settings.transport()), settings.transport().route(),
				settings.polling(), this.polls, handler(settings), () -> allowedUpdates(settings.polling(), listeners),
				listeners::exist);
	}

	private UpdateHandler handler(BotSettings settings) {
		return settings.connectAhead() ? new ReplyExpectation(this.dispatcher, this.calls) : this.dispatcher;
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
		return this.doctor;
	}

	@Override
	public UpdatePoller poller() {
		return this.poller;
	}

	@Override
	public String route() {
		return this.calls.route();
	}

	@Override
	public ConnectionCounts connections() {
		return this.calls.connections().plus(this.polls.connections());
	}

	@Override
	public int waitingCalls() {
		return this.calls.waitingCalls();
	}

	@Override
	public Map<String, Object> settings() {
		return SettingsView.of(this.settings);
	}

	@Override
	public void close() throws Exception {
		this.dispatcher.close();
		this.polls.close();
		this.calls.close();
	}

}
