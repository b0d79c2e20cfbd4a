package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.client.error.ConflictException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The life of the thread {@code telegram-poller}: introduce the bot, then poll until told
 * to stop. Whatever a turn throws, the next one comes.
 */
final class PollLoop implements Runnable {

	private static final Log logger = LogFactory.getLog(UpdatePoller.class);

	/**
	 * Time between looks behind updates that are still being handled. If the same offset
	 * comes back within half a second, the server returns one update only.
	 */
	private static final Duration PACE = Duration.ofSeconds(1);

	private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(3);

	private static final int REFUSALS_UNTIL_FAILED = 4;

	private final String name;

	private final PollingSettings settings;

	private final PollRequests requests;

	private final UpdateWindow window;

	private final UpdateHandler handler;

	private final StatusBoard status;

	private final Backoff backoff;

	private final Commands commands;

	private boolean introduced;

	/**
	 * Refusals of the token since the last success, whatever came between.
	 */
	private int refusals;

	PollLoop(String name, PollingSettings settings, PollRequests requests, UpdateWindow window, UpdateHandler handler,
			StatusBoard status, Backoff backoff, Commands commands) {
		this.name = name;
		this.settings = settings;
		this.requests = requests;
		this.window = window;
		this.handler = handler;
		this.status = status;
		this.backoff = backoff;
		this.commands = commands;
	}

	@Override
	public void run() {
		while (!this.commands.isStopping()) {
			try {
				turn();
			}
			catch (InterruptedException ex) {
				// A command has come: the next turn obeys it
			}
			catch (Throwable ex) {
				survive(ex);
			}
		}
		finish();
	}

	/**
	 * Neither end nor run hot, not even if there is no memory for a line in the log.
	 */
	private static void survive(Throwable failure) {
		try {
			logger.error("A turn of the poll loop failed in an unforeseen way, the next one follows", failure);
			Thread.sleep(PACE.toMillis());
		}
		catch (InterruptedException ex) {
			// A command has come: the next turn obeys it
		}
		catch (Throwable ex) {
			Thread.yield();
		}
	}

	private void turn() throws InterruptedException {
		if (this.commands.isPaused()) {
			this.status.becomes(PollerState.PAUSED);
			this.commands.awaitResume();
			this.status.becomes(PollerState.STARTING);
		}
		try {
			if (!this.introduced) {
				introduce();
			}
			poll();
		}
		catch (RuntimeException | Error ex) {
			recover(ex);
		}
	}

	private void introduce() throws InterruptedException {
		Introduction introduction = Introduction.make(this.name, this.requests, this.settings, this.window);
		this.handler.open(introduction.bot());
		this.introduced = true;
		this.status.ready(introduction.bot(), introduction.times());
		succeeded();
	}

	private void poll() throws InterruptedException {
		long offset = this.window.advance();
		int known = this.window.size();
		if (known >= UpdateWindow.CAPACITY) {
			this.status.blocked();
			this.window.awaitProgress();
			return;
		}
		// A quick look tells that an outage is over, before a long poll can. Of a
		// conflict
		// it tells nothing, since only polls that wait are in the way of each other
		boolean wait = known == 0 && this.status.state() != PollerState.FAILING;
		List<ReceivedUpdate> updates = wait ? this.requests.longPoll(offset) : this.requests.look(offset, known);
		succeeded();
		boolean added = false;
		for (ReceivedUpdate update : updates) {
			added |= handle(update);
		}
		if (!added && known == 0 && !updates.isEmpty()) {
			skipRepeated(updates);
		}
		this.window.awaitHandled(PACE);
	}

	private void succeeded() {
		this.refusals = 0;
		this.status.succeeded();
	}

	/**
	 * Hand an update over.
	 * @return {@code false} if it is known already
	 */
	private boolean handle(ReceivedUpdate update) {
		if (!this.window.add(update.id())) {
			return false;
		}
		try {
			this.handler.handle(update).thenRun(() -> this.window.handled(update.id()));
			return true;
		}
		catch (RuntimeException | Error ex) {
			// Not taken, so it has to come again
			this.window.forget(update.id());
			throw ex;
		}
	}

	/**
	 * Something serves again what was confirmed. Neither handle it twice nor ask in a
	 * tight loop.
	 */
	private void skipRepeated(List<ReceivedUpdate> repeated) throws InterruptedException {
		long last = repeated.get(repeated.size() - 1).id();
		logger.debug("Updates up to %d were served again and are skipped".formatted(last));
		this.window.reset(last + 1);
		Thread.sleep(PACE.toMillis());
	}

	private void recover(Throwable failure) throws InterruptedException {
		boolean conflict = failure instanceof ConflictException;
		int failures = this.status.failed(conflict ? PollerState.CONFLICT : PollerState.FAILING, failure);
		if (Backoff.isRefusedToken(failure) && ++this.refusals >= REFUSALS_UNTIL_FAILED) {
			this.status.gaveUp("Telegram does not accept the token (" + failure.getMessage()
					+ "). Check telegram.token, then resume the poller or restart the application");
			this.commands.park();
			this.refusals = 0;
			return;
		}
		Thread.sleep(this.backoff.after(failure, failures).toMillis());
	}

	/**
	 * Within the shutdown timeout: let listeners end, then confirm what is handled.
	 */
	private void finish() {
		Thread.interrupted();
		Duration timeout = this.settings.shutdownTimeout();
		Duration reserve = shorter(CONFIRM_TIMEOUT, timeout.dividedBy(4));
		try {
			this.handler.drain(timeout.minus(reserve));
			long offset = this.window.advance();
			if (this.introduced && offset != 0) {
				this.requests.confirm(offset, reserve);
			}
		}
		catch (InterruptedException | RuntimeException ex) {
			logger.debug("The last updates handled could not be confirmed, they will come again", ex);
		}
		finally {
			// What is not handled by now comes again from here
			this.window.reset(this.window.advance());
			this.status.stopped();
		}
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
