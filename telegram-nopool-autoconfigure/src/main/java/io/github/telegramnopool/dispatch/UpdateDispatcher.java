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
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.BotCommand;
import io.github.telegramnopool.api.model.Update;
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

	private final DispatchSettings settings;

	private final UpdateListeners listeners;

	private final EventPublication events;

	private final Replies replies;

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
	 * @param api the bot that replies are sent through
	 * @param context where events are published
	 */
	public UpdateDispatcher(String name, DispatchSettings settings, UpdateListeners listeners, TelegramBotApi api,
			ConfigurableApplicationContext context) {
		this.settings = settings;
		this.listeners = listeners;
		this.events = new EventPublication(context);
		this.replies = new Replies(api, this.events);
		this.check = new ListenerCheck(context);
		this.threads = new ListenerThreads(name, settings.virtualThreads());
		this.commands = new CommandPublication(name, api, this.threads.executor());
		this.updates = newLanes();
		this.notices = new Lanes(this.threads.executor(), 1);
		CustomizableThreadFactory timerThread = new CustomizableThreadFactory("telegram-listener-timer-" + name + "-");
		timerThread.setDaemon(true);
		this.timer = new ScheduledThreadPoolExecutor(1, timerThread);
		this.timer.setRemoveOnCancelPolicy(true);
	}

	private Lanes newLanes() {
		return new Lanes(this.threads.executor(), this.settings.concurrency());
	}

	@Override
	public void check() {
		this.check.check();
		commandMenu();
	}

	private List<BotCommand> commandMenu() {
		return this.settings.publishCommands() ? this.listeners.commandMenu() : List.of();
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
		CompletableFuture<Void> handled = new CompletableFuture<>();
		AtomicBoolean abandoned = this.abandoned;
		this.updates.submit(lane(update), () -> {
			if (dispatch(update, abandoned)) {
				handled.complete(null);
			}
		});
		return handled;
	}

	/**
	 * Updates of one chat share a lane, and so do those of one user outside of any.
	 */
	private Object lane(ReceivedUpdate received) {
		if (this.settings.order() == DispatchSettings.Order.SEQUENTIAL) {
			return this;
		}
		Update update = received.update();
		UpdateKind kind = (update != null) ? UpdateKind.of(update) : null;
		if (update == null || kind == null) {
			return received;
		}
		Long chat = kind.chatId(update);
		Long user = kind.userId(update);
		return (chat != null) ? chat : (user != null) ? user : received;
	}

	private boolean dispatch(ReceivedUpdate received, AtomicBoolean abandoned) {
		BotInfo bot = Objects.requireNonNull(this.bot, "The dispatcher is not open");
		Update update = received.update();
		if (update == null) {
			logger.warn("Update %d can't be read: %s".formatted(received.id(), received.problem()));
			this.events.publishSafely(new UnreadableUpdateEvent(received.id(), received.json(), bot));
			return true;
		}
		return publish(event(update, received, bot), abandoned);
	}

	private UpdateEvent event(Update update, ReceivedUpdate received, BotInfo bot) {
		UpdateKind kind = UpdateKind.of(update);
		if (kind == null) {
			return new UnknownUpdateEvent(update, bot, BotApiJson.mapper().readTree(received.json()));
		}
		CommandEvent command = Commands.find(update, bot);
		return (command != null && this.listeners.wantCommand(command.command())) ? command : kind.event(update, bot);
	}

	private boolean publish(UpdateEvent event, AtomicBoolean abandoned) {
		UpdateExchange exchange = new UpdateExchange(event, this.settings, this.replies, this.events, this.timer,
				abandoned::get);
		this.exchanges.add(exchange);
		try {
			this.listeners.during(exchange, () -> this.events.publish(event));
			return !exchange.isUnfinished();
		}
		catch (AbandonedException ex) {
			return false;
		}
		catch (RuntimeException | Error ex) {
			// A listener for all events, which Spring calls without us
			if (abandoned.get()) {
				return false;
			}
			exchange.fail("of another kind", ex);
			return true;
		}
		finally {
			this.exchanges.remove(exchange);
		}
	}

	@Override
	public void drain(Duration timeout) throws InterruptedException {
		this.commands.cancel();
		if (!this.updates.drain(timeout)) {
			logger.warn("Listeners have not ended within %d s and are interrupted, their updates will come again: %s"
				.formatted(timeout.toSeconds(), slowest()));
			this.abandoned.set(true);
			this.updates.interrupt();
		}
	}

	@Override
	public @Nullable String slowest() {
		return this.exchanges.stream()
			.map(UpdateExchange::active)
			.filter(Objects::nonNull)
			.min(Comparator.comparingLong(UpdateExchange.ActiveListener::since))
			.map(UpdateExchange.ActiveListener::toString)
			.orElse(null);
	}

	@Override
	public void publish(Object event) {
		this.notices.submit(this, () -> this.events.publishSafely(event));
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
