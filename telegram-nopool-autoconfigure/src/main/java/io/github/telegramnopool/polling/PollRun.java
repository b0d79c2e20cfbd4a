// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.jspecify.annotations.Nullable;

/**
 * One run of the poller, from a start to a stop: the thread of its loop, and another one
 * with another loop if the {@link Watchdog} finds the first stuck.
 */
final class PollRun {

	/**
	 * Each loop that is replaced may leave a thread behind that nothing can end, so a
	 * loop that is stuck again and again is replaced less and less often.
	 */
	private static final Log logger = LogFactory.getLog(PollRun.class);

	private static final int MAX_DOUBLINGS = 5;

	private final PollingTools tools;

	private final Runnable ending;

	private final Commands commands;

	private final CompletableFuture<Void> ended = new CompletableFuture<>();

	private LoopWatch watch;

	private PollLoop loop;

	private @Nullable Thread thread;

	/**
	 * When the loop was replaced.
	 */
	private Duration replaced = Duration.ZERO;

	private int replacementsInVain;

	/**
	 * Create a run.
	 * @param ending what to do before anybody is told that it has ended
	 */
	PollRun(PollingTools tools, Runnable ending) {
		this.tools = tools;
		this.ending = ending;
		this.commands = new Commands(tools.time());
		this.watch = new LoopWatch(tools.time(), patience());
		this.loop = new PollLoop(tools, this.commands, this.watch);
	}

	/**
	 * Twice the longest time that a request may take.
	 */
	private Duration patience() {
		return this.tools.settings()
			.longPollDeadline()
			.multipliedBy(2L << Math.min(this.replacementsInVain, MAX_DOUBLINGS));
	}

	/**
	 * Begin to poll once an earlier run has ended: there are never two polls at a time,
	 * not even for a moment.
	 */
	synchronized void begin(CompletableFuture<Void> predecessor) {
		launch(this.loop, this.watch, predecessor);
		Thread watchdog = new Thread(new Watchdog(this.tools.time(), this), threadName("telegram-watchdog"));
		watchdog.setDaemon(true);
		this.ended.whenComplete((ended, ex) -> watchdog.interrupt());
		watchdog.start();
	}

	private void launch(PollLoop loop, LoopWatch watch, CompletableFuture<Void> predecessor) {
		Thread thread = new Thread(() -> run(loop, watch, predecessor), threadName("telegram-poller"));
		thread.setDaemon(false);
		this.commands.obeyedBy(thread);
		thread.start();
		this.loop = loop;
		this.watch = watch;
		this.thread = thread;
	}

	private String threadName(String name) {
		return "default".equals(this.tools.name()) ? name : name + "-" + this.tools.name();
	}

	private void run(PollLoop loop, LoopWatch watch, CompletableFuture<Void> predecessor) {
		try {
			predecessor.join();
			renewIfStuck();
			loop.run();
		}
		finally {
			if (this.commands.isStopping() && !watch.isGivenUp()) {
				end();
			}
		}
	}

	/**
	 * What fails here fails in the loop again, which survives it.
	 */
	private void renewIfStuck() {
		try {
			if (!this.tools.requests().isResponsive()) {
				this.tools.requests().renew();
			}
		}
		catch (RuntimeException | Error ex) {
			logger.debug("The connections of the last run could not be renewed", ex);
		}
	}

	private void end() {
		try {
			this.ending.run();
		}
		finally {
			this.ended.complete(null);
		}
	}

	/**
	 * The process has been away: no connection that was open then can be trusted.
	 */
	void returned(Duration absence) {
		if (this.commands.hurry()) {
			this.tools.status().returned(absence);
		}
	}

	/**
	 * Give the loop up if it is stuck, and go on with another one. Nothing waits for what
	 * is stuck.
	 */
	synchronized void replaceIfOverdue() {
		if (!this.watch.giveUpIfOverdue() && !this.watch.isGivenUp()) {
			return;
		}
		Thread stuck = this.thread;
		if (this.commands.isStopping()) {
			this.tools.status().stopped();
			end();
		}
		else {
			Duration patience = patience();
			boolean inVain = !this.tools.status().hasSucceededSince(this.replaced);
			this.replacementsInVain = inVain ? this.replacementsInVain + 1 : 0;
			this.replaced = this.tools.time().now();
			this.tools.requests().renew();
			LoopWatch watch = new LoopWatch(this.tools.time(), patience());
			launch(this.loop.successor(watch), watch, CompletableFuture.completedFuture(null));
			this.tools.status().replaced(patience);
		}
		if (stuck != null) {
			stuck.interrupt();
		}
	}

	Commands commands() {
		return this.commands;
	}

	CompletableFuture<Void> ended() {
		return this.ended;
	}

	boolean hasEnded() {
		return this.ended.isDone();
	}

}
