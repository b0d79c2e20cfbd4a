// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.client.ReceivedUpdate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The life of the thread {@code telegram-poller}: introduce the bot, then poll until told
 * to stop. Whatever a turn throws, the next one comes, unless the loop is given up.
 */
final class PollLoop implements Runnable {

	private static final Log logger = LogFactory.getLog(UpdatePoller.class);

	/**
	 * Time between looks behind updates that are still being handled. If the same offset
	 * comes back within half a second, the server returns one update only.
	 */
	private static final Duration PACE = Duration.ofSeconds(1);

	private static final Duration WHILE_BLOCKED = Duration.ofMinutes(1);

	private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(3);

	private final PollingTools tools;

	private final Commands commands;

	private final LoopWatch watch;

	private volatile boolean introduced;

	private volatile long jumpedFrom;

	private boolean responsive = true;

	/**
	 * When the last request was made.
	 */
	private Duration asked = Duration.ZERO;

	PollLoop(PollingTools tools, Commands commands, LoopWatch watch) {
		this.tools = tools;
		this.commands = commands;
		this.watch = watch;
	}

	/**
	 * Make the loop that goes on when this one is given up.
	 */
	PollLoop successor(LoopWatch watch) {
		PollLoop successor = new PollLoop(this.tools, this.commands, watch);
		successor.introduced = this.introduced;
		successor.jumpedFrom = this.jumpedFrom;
		return successor;
	}

	@Override
	public void run() {
		while (!this.commands.isStopping() && !this.watch.isGivenUp()) {
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
		if (!this.watch.isGivenUp()) {
			finish();
		}
	}

	/**
	 * Neither end nor run hot, not even if there is no memory for a line in the log.
	 */
	private void survive(Throwable failure) {
		try {
			this.tools.status().survived(failure);
			this.tools.time().sleep(PACE);
		}
		catch (InterruptedException ex) {
			// A command has come: the next turn obeys it
		}
		catch (Throwable ex) {
			Thread.yield();
		}
	}

	private void turn() throws InterruptedException {
		obey();
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

	private void obey() throws InterruptedException {
		if (this.commands.isPaused()) {
			this.tools.status().becomes(PollerState.PAUSED);
		}
		if (this.commands.isPaused() || this.commands.isParked()) {
			this.watch.rests();
			this.commands.awaitResume();
			this.tools.status().becomes(PollerState.STARTING);
		}
		asks();
	}

	/**
	 * A request is due.
	 */
	private void asks() throws InterruptedException {
		isDueAfter(Duration.ZERO);
		this.asked = this.tools.time().now();
	}

	/**
	 * A request was answered.
	 * @throws InterruptedException if the answer comes too late, since this loop is given
	 * up
	 */
	private void hears() throws InterruptedException {
		this.watch.rests();
		this.responsive = true;
		this.tools.recovery().succeeded(lasted());
	}

	/**
	 * The next request is due after a pause. If the last one failed since its event loop
	 * is stuck, that was only the deadline, and the watchdog has to wait no longer.
	 */
	private void isDueAfter(Duration pause) throws InterruptedException {
		if (this.responsive) {
			this.watch.polls(pause);
		}
		else {
			this.watch.goesOn();
		}
	}

	private Duration lasted() {
		return this.tools.time().now().minus(this.asked);
	}

	private void introduce() throws InterruptedException {
		Introduction introduction = Introduction.make(this.tools.name(), this.tools.requests(), this.tools.settings(),
				this.tools.window(), this.watch);
		this.watch.rests();
		this.tools.handler().open(introduction.bot());
		this.introduced = true;
		this.tools.status().ready(introduction.bot(), introduction.times());
		hears();
	}

	private void poll() throws InterruptedException {
		UpdateWindow window = this.tools.window();
		long offset = window.advance();
		int known = window.size();
		if (known >= UpdateWindow.CAPACITY) {
			this.watch.rests();
			this.tools.status().blocked();
			window.awaitProgress(WHILE_BLOCKED);
			return;
		}
		this.tools.status().unblocked();
		asks();
		List<ReceivedUpdate> updates = ask(offset, known);
		hears();
		boolean added = handOver(updates, offset);
		this.watch.polls(PACE);
		if (!added && known == 0 && !updates.isEmpty()) {
			skipRepeated(updates);
		}
		window.awaitHandled(PACE);
	}

	/**
	 * A quick look tells that an outage is over, before a long poll can.
	 */
	private List<ReceivedUpdate> ask(long offset, int known) throws InterruptedException {
		boolean wait = known == 0 && !this.tools.status().isInDoubt();
		PollRequests requests = this.tools.requests();
		return wait ? requests.longPoll(offset) : requests.look(offset, known);
	}

	/**
	 * Hand updates over.
	 * @return {@code false} if all of them are known already
	 */
	private boolean handOver(List<ReceivedUpdate> updates, long offset) {
		boolean added = false;
		for (ReceivedUpdate update : updates) {
			boolean news = handOver(update);
			added |= news;
			if (news) {
				tellLag(update);
			}
			if (news && update.id() < offset && this.jumpedFrom != offset) {
				this.jumpedFrom = offset;
				this.tools.status().jumped(offset, update.id());
			}
		}
		return added;
	}

	private boolean handOver(ReceivedUpdate update) {
		UpdateWindow window = this.tools.window();
		if (!window.add(update.id())) {
			return false;
		}
		try {
			this.tools.handler().handle(update).thenRun(() -> window.handled(update.id()));
			return true;
		}
		catch (RuntimeException | Error ex) {
			// Not taken, so it has to come again
			window.forget(update.id());
			throw ex;
		}
	}

	private void tellLag(ReceivedUpdate update) {
		Instant sent = update.sent();
		if (sent != null) {
			this.tools.status().received(Duration.between(sent, Instant.now()));
		}
	}

	/**
	 * Something serves again what was confirmed. Neither handle it twice nor ask in a
	 * tight loop.
	 */
	private void skipRepeated(List<ReceivedUpdate> repeated) throws InterruptedException {
		long last = repeated.get(repeated.size() - 1).id();
		logger.debug("Updates up to %d were served again and are skipped".formatted(last));
		this.tools.window().reset(last + 1);
		this.tools.time().sleep(PACE);
	}

	private void recover(Throwable failure) throws InterruptedException {
		this.responsive = this.tools.requests().isResponsive();
		// What happens to a loop that is given up concerns nobody
		isDueAfter(Duration.ZERO);
		@Nullable Duration pause = this.tools.recovery().after(failure, lasted());
		if (pause == null) {
			this.commands.park();
			return;
		}
		isDueAfter(pause);
		this.tools.time().sleep(pause);
	}

	/**
	 * Within the shutdown timeout: let listeners end, then confirm what is handled.
	 */
	private void finish() {
		Thread.interrupted();
		Duration timeout = this.tools.settings().shutdownTimeout();
		Duration reserve = shorter(CONFIRM_TIMEOUT, timeout.dividedBy(4));
		UpdateWindow window = this.tools.window();
		try {
			this.watch.ends(timeout.plus(PACE));
			this.tools.handler().drain(timeout.minus(reserve));
			long offset = window.advance();
			if (this.introduced && offset != 0) {
				this.tools.requests().confirm(offset, reserve);
			}
		}
		catch (InterruptedException | RuntimeException ex) {
			logger.debug("The last updates handled could not be confirmed, they will come again", ex);
		}
		finally {
			// What is not handled by now comes again from here
			window.reset(window.advance());
			this.tools.status().stopped();
		}
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
