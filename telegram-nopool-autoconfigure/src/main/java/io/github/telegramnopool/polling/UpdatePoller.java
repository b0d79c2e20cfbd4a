// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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

	private final String identity;

	private final PollingTools tools;

	private final BooleanSupplier wanted;

	private @Nullable PollRun run;

	private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

	/**
	 * Create a poller.
	 * @param name the bot's name in the configuration
	 * @param identity which bot of which server it is; of those with the same identity
	 * only one is started at a time in a JVM
	 * @param route how the Bot API is reached, for messages
	 * @param settings how to poll
	 * @param source tells where updates come from, when the poller first asks for some
	 * @param handler where updates go to
	 * @param allowedUpdates the kinds of update to ask for, none to leave that as it is
	 * @param wanted whether anybody listens for updates
	 */
	public UpdatePoller(String name, String identity, String route, PollingSettings settings,
			Supplier<UpdateSource> source, UpdateHandler handler, Supplier<List<String>> allowedUpdates,
			BooleanSupplier wanted) {
		this(name, identity, wanted, PollingTools.make(name, route, settings, new WaitingPollSource(source), handler,
				allowedUpdates, PollerTime.real()));
	}

	UpdatePoller(String name, String identity, BooleanSupplier wanted, PollingTools tools) {
		this.name = name;
		this.identity = identity;
		this.wanted = wanted;
		this.tools = tools;
	}

	/**
	 * Whose updates it receives.
	 * @return name of the bot in the configuration
	 */
	public String botName() {
		return this.name;
	}

	/**
	 * Whether to poll: as configured or, if nothing is, if anybody listens. A bot that
	 * only sends must not take updates away from another one.
	 */
	@Override
	public boolean isAutoStartup() {
		Boolean enabled = this.tools.settings().enabled();
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
		this.tools.handler().check();
		PollingRights.take(this.identity, this);
		PollRun run = new PollRun(this.tools, this::ending);
		CompletableFuture<Void> predecessor = this.ended;
		this.run = run;
		this.ended = run.ended();
		this.tools.status().becomes(PollerState.STARTING);
		run.begin(predecessor);
	}

	private synchronized void ending() {
		if (!isRunning()) {
			PollingRights.release(this.identity, this);
		}
	}

	@Override
	public void stop() {
		CompletableFuture<Void> ended = stopping();
		try {
			ended.get(this.tools.settings().shutdownTimeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
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
		if (this.run != null) {
			this.run.commands().stop();
			this.run = null;
		}
		return this.ended;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.run != null;
	}

	/**
	 * Ask for no more updates, until {@link #resume()}. Listeners that are at work go on.
	 * Has no effect on a poller that is not started.
	 */
	public synchronized void pause() {
		if (this.run != null) {
			this.run.commands().pause();
		}
	}

	/**
	 * Ask for updates again, after {@link #pause()} or after the poller has
	 * {@link PollerState#FAILED given up}.
	 */
	public synchronized void resume() {
		if (this.run != null) {
			this.run.commands().resume();
		}
	}

	/**
	 * Status. Never touches the network.
	 * @return what is known now
	 */
	public PollerStatus status() {
		return this.tools.status().snapshot(this.tools.window());
	}

}
