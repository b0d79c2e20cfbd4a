// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.model.BotCommand;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.polling.UpdateHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Publishes each update of a bot as one application event, in order, and tells when it is
 * handled. The way in to this package.
 *
 * @since 0.1.0
 */
public final class UpdateDispatcher implements UpdateHandler, AutoCloseable {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	/**
	 * What an interrupted listener has to end in order, before the beans that it uses
	 * end.
	 */
	private static final Duration MAX_GRACE = Duration.ofSeconds(1);

	private final DispatchParts parts;

	private final UpdateEvents events;

	private final ListenerCheck check;

	private final CommandPublication commands;

	private final ListenerThreads threads;

	private final ScheduledThreadPoolExecutor timer;

	private volatile Lanes updates;

	private final Lanes notices;

	private final Set<UpdateExchange> exchanges = ConcurrentHashMap.newKeySet();

	/**
	 * Whether updates since the last opening are abandoned. A listener that still runs
	 * from before keeps to what it was told then.
	 */
	private volatile AtomicBoolean abandoned = new AtomicBoolean();

	private volatile @Nullable BotInfo bot;

	/**
	 * Create a dispatcher.
	 * @param name the bot's name in the configuration
	 * @param settings how to dispatch
	 * @param listeners the listeners that exist
	 * @param transaction what updates are published in
	 * @param api the bot that replies are sent through
	 * @param context where events are published
	 */
	public UpdateDispatcher(String name, DispatchSettings settings, UpdateListeners listeners,
			UpdateTransaction transaction, TelegramBotApi api, ConfigurableApplicationContext context) {
		this(name, settings, listeners, transaction, api, UpdateObserver.NONE, context);
	}

	/**
	 * Create a dispatcher that is watched.
	 * @param name the bot's name in the configuration
	 * @param settings how to dispatch
	 * @param listeners the listeners that exist
	 * @param transaction what updates are published in
	 * @param api the bot that replies are sent through
	 * @param observer watches what becomes of each update
	 * @param context where events are published
	 */
	public UpdateDispatcher(String name, DispatchSettings settings, UpdateListeners listeners,
			UpdateTransaction transaction, TelegramBotApi api, UpdateObserver observer,
			ConfigurableApplicationContext context) {
		CustomizableThreadFactory timerThread = new CustomizableThreadFactory("telegram-listener-timer-" + name + "-");
		timerThread.setDaemon(true);
		this.timer = new ScheduledThreadPoolExecutor(1, timerThread);
		this.timer.setRemoveOnCancelPolicy(true);
		EventPublication publication = new EventPublication(context);
		this.parts = new DispatchParts(settings, listeners, transaction, publication,
				new ListenerResults(new Replies(api, publication), publication),
				new ListenerWatch(this.timer, settings.listenerTimeout()), observer);
		this.events = new UpdateEvents(listeners, publication);
		this.check = new ListenerCheck(context, this.parts.isTransactional());
		this.threads = new ListenerThreads(name, settings.virtualThreads());
		this.commands = new CommandPublication(name, api, this.threads.executor());
		this.updates = newLanes();
		this.notices = new Lanes(this.threads.executor(), 1);
	}

	private Lanes newLanes() {
		return new Lanes(this.threads.executor(), this.parts.settings().concurrency());
	}

	@Override
	public void check() {
		this.check.check();
		commandMenu();
	}

	private List<BotCommand> commandMenu() {
		return this.parts.settings().publishCommands() ? this.parts.listeners().commandMenu() : List.of();
	}

	@Override
	public void open(BotInfo bot) {
		this.bot = bot;
		this.abandoned = new AtomicBoolean();
		this.updates = newLanes();
		this.commands.publish(commandMenu());
	}

	@Override
	public CompletableFuture<Void> handle(ReceivedUpdate update) {
		BotInfo bot = Objects.requireNonNull(this.bot, "The dispatcher is not open");
		this.parts.observer().received(bot.name(), update);
		Lanes lanes = this.updates;
		UpdateDelivery delivery = new UpdateDelivery(update, bot, this.events, this.parts, lanes, this.exchanges,
				this.abandoned::get);
		boolean sequential = this.parts.settings().order() == DispatchSettings.Order.SEQUENTIAL;
		lanes.submit(sequential ? this : UpdateEvents.lane(update), delivery::run);
		return delivery.handled();
	}

	@Override
	public void drain(Duration timeout) throws InterruptedException {
		this.commands.cancel();
		Duration quarter = timeout.dividedBy(4);
		Duration grace = (quarter.compareTo(MAX_GRACE) < 0) ? quarter : MAX_GRACE;
		if (!this.updates.drain(timeout.minus(grace))) {
			logger.warn("Listeners have not ended within %d s and are interrupted, their updates will come again: %s"
				.formatted(timeout.toSeconds(), slowest()));
			this.abandoned.set(true);
			this.updates.interrupt();
			this.updates.drain(grace);
		}
	}

	@Override
	public @Nullable String slowest() {
		return this.exchanges.stream()
			.map(UpdateExchange::active)
			.filter(Objects::nonNull)
			.min(Comparator.comparingLong(ListenerCall::since))
			.map(ListenerCall::toString)
			.orElse(null);
	}

	@Override
	public void publish(Object event) {
		this.notices.submit(this, () -> this.parts.events().publishSafely(event));
	}

	/**
	 * End the threads.
	 */
	@Override
	public void close() throws Exception {
		this.commands.cancel();
		this.timer.shutdownNow();
		this.threads.close();
	}

}
