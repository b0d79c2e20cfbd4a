package io.github.telegramnopool.polling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.github.telegramnopool.client.UpdateSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Receives the updates of one bot by long polling, as long as it is started.
 * <p>
 * Starting never touches the network and never fails for its sake. While started, one
 * non-daemon thread whose name begins with {@code telegram-poller} keeps the JVM alive.
 * Stopping cancels the request that is under way, waits for listeners, and confirms what
 * they have handled, within {@code telegram.dispatch.shutdown-timeout}. All methods may
 * be called from any thread.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>
 * @since 0.1.0
 */
public final class UpdatePoller implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(UpdatePoller.class);

	private final String name;

	private final PollingSettings settings;

	private final PollRequests requests;

	private final UpdateWindow window = new UpdateWindow();

	private final UpdateHandler handler;

	private final BooleanSupplier wanted;

	private final StatusBoard status;

	private @Nullable Commands commands;

	private @Nullable Thread thread;

	private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

	/**
	 * Create a poller.
	 * @param name the bot's name in the configuration
	 * @param route how the Bot API is reached, for messages
	 * @param settings how to poll
	 * @param source where updates come from
	 * @param handler where updates go to
	 * @param allowedUpdates the kinds of update to ask for, none to leave that as it is
	 * @param wanted whether anybody listens for updates
	 */
	public UpdatePoller(String name, String route, PollingSettings settings, UpdateSource source, UpdateHandler handler,
			Supplier<List<String>> allowedUpdates, BooleanSupplier wanted) {
		this.name = name;
		this.settings = settings;
		this.requests = new PollRequests(source, settings, allowedUpdates);
		this.handler = handler;
		this.wanted = wanted;
		this.status = new StatusBoard(name, route, handler);
	}

	/**
	 * Whether to poll: as configured or, if nothing is, if anybody listens. A bot that
	 * only sends must not take updates away from another one.
	 */
	@Override
	public boolean isAutoStartup() {
		Boolean enabled = this.settings.enabled();
		boolean start = (enabled != null) ? enabled : this.wanted.getAsBoolean();
		if (!start) {
			logger.info("Telegram bot '%s' does not ask for updates: %s".formatted(this.name,
					(enabled != null) ? "telegram.polling.enabled is false" : "no listener wants them"));
		}
		return start;
	}

	@Override
	public synchronized void start() {
		if (isRunning()) {
			return;
		}
		this.handler.check();
		Thread predecessor = this.thread;
		Commands commands = new Commands();
		PollLoop loop = new PollLoop(this.name, this.settings, this.requests, this.window, this.handler, this.status,
				new Backoff(RandomGenerator.getDefault()), commands);
		CompletableFuture<Void> ended = new CompletableFuture<>();
		Thread thread = new Thread(() -> run(predecessor, loop, ended), threadName());
		thread.setDaemon(false);
		commands.obeyedBy(thread);
		this.commands = commands;
		this.thread = thread;
		this.ended = ended;
		this.status.becomes(PollerState.STARTING);
		thread.start();
	}

	private String threadName() {
		return "default".equals(this.name) ? "telegram-poller" : "telegram-poller-" + this.name;
	}

	private static void run(@Nullable Thread predecessor, Runnable loop, CompletableFuture<Void> ended) {
		try {
			awaitEnd(predecessor);
			loop.run();
		}
		finally {
			ended.complete(null);
		}
	}

	/**
	 * There are never two polls at a time, not even for a moment.
	 */
	private static void awaitEnd(@Nullable Thread predecessor) {
		boolean interrupted = false;
		while (predecessor != null && predecessor.isAlive()) {
			try {
				predecessor.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		CompletableFuture<Void> ended = stopping();
		try {
			ended.get(this.settings.shutdownTimeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Exception ex) {
			logger.warn("The poller of Telegram bot '%s' has not stopped in time".formatted(this.name));
		}
	}

	@Override
	public void stop(Runnable callback) {
		stopping().whenComplete((ended, ex) -> callback.run());
	}

	private synchronized CompletableFuture<Void> stopping() {
		if (this.commands != null) {
			this.commands.stop();
			this.commands = null;
		}
		return this.ended;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.commands != null;
	}

	/**
	 * Ask for no more updates, until {@link #resume()}. Listeners that are at work go on.
	 * Has no effect on a poller that is not started.
	 */
	public synchronized void pause() {
		if (this.commands != null) {
			this.commands.pause();
		}
	}

	/**
	 * Ask for updates again, after {@link #pause()} or after the poller has
	 * {@link PollerState#FAILED given up}.
	 */
	public synchronized void resume() {
		if (this.commands != null) {
			this.commands.resume();
		}
	}

	/**
	 * Status. Never touches the network.
	 * @return what is known now
	 */
	public PollerStatus status() {
		return this.status.snapshot(this.window.unhandled());
	}

}
