// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * Makes trouble until it is stopped, and then heals what it has broken. What it does
 * follows from its seed alone; when exactly, also from the machine.
 */
final class Nemesis {

	private static final Duration TICK = Duration.ofMillis(100);

	private static final Duration START_LIMIT = Duration.ofMinutes(1);

	private final TelegramSimulator simulator;

	private final FaultProxy proxy;

	private final SimulatedBot peer;

	private final BotLives victim;

	private final HistoryFile history;

	private final RunSettings settings;

	private final List<Fault> pathFaults;

	private final List<ScriptedFault> answerFaults;

	private final CountDownLatch over = new CountDownLatch(1);

	private final Thread thread = new Thread(this::run, "nemesis");

	private long answersSpoilt;

	private long pathSeed;

	Nemesis(TelegramSimulator simulator, FaultProxy proxy, SimulatedBot peer, BotLives victim, HistoryFile history,
			RunSettings settings) {
		this.simulator = simulator;
		this.peer = peer;
		this.proxy = proxy;
		this.victim = victim;
		this.history = history;
		this.settings = settings;
		this.pathFaults = PathFaults.draw(settings.seed());
		this.answerFaults = AnswerFaults.draw(settings.seed());
		this.pathSeed = settings.seed();
	}

	/**
	 * Make trouble in a thread of its own.
	 */
	void start() {
		this.thread.start();
	}

	/**
	 * End what is under way, heal everything, and wait for that.
	 */
	void stop() throws InterruptedException {
		this.over.countDown();
		this.thread.join();
	}

	private void run() {
		Iterator<Step> steps = Step.draw(this.settings.seed(), this.settings.killInterval());
		try {
			spoilConnections();
			for (Step step = steps.next(); rest(step.pause()); step = steps.next()) {
				this.history.write(Event.Kind.FAULT, 0, 0, 0, step.action() + " " + step.length().toMillis());
				act(step);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.proxy.faults().none();
			this.simulator.clearScript();
		}
	}

	private void act(Step step) throws InterruptedException {
		switch (step.action()) {
			case KILL -> {
				this.victim.kill();
				awaitLife();
			}
			case TERMINATE -> {
				this.victim.terminate();
				awaitLife();
			}
			case SUSPEND -> {
				this.victim.suspend();
				rest(step.length());
				this.victim.resume();
			}
			case REFUSE -> {
				this.proxy.refuseConnections();
				this.proxy.resetLive();
				rest(step.length());
				this.proxy.acceptConnections();
			}
			case FREEZE -> {
				this.proxy.faults().all(Fault.ignore());
				this.proxy.freezeLive();
				rest(step.length());
				spoilConnections();
			}
			case RESET -> this.proxy.resetLive();
			case RESTART_PROXY -> {
				this.proxy.stop();
				rest(step.length());
				this.proxy.start();
			}
		}
	}

	/**
	 * Leave a new life alone until it has handled something. One that is ended before
	 * proves nothing.
	 */
	private void awaitLife() throws InterruptedException {
		long before = this.peer.confirmed();
		for (int i = 0; i < START_LIMIT.dividedBy(TICK) && this.peer.confirmed() == before; i++) {
			rest(TICK);
		}
	}

	private void spoilConnections() {
		this.proxy.faults().percent(this.settings.faults(), this.pathSeed++, this.pathFaults);
	}

	/**
	 * Let time pass, and spoil answers meanwhile: as many of a hundred as is asked for.
	 * @return {@code false} if the trouble is over
	 */
	private boolean rest(Duration time) throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end && !this.over.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
			long answers = (long) this.simulator.received("getUpdates") + this.simulator.received("sendMessage");
			for (; this.answersSpoilt < answers * this.settings.faults() / 100; this.answersSpoilt++) {
				this.simulator.script(this.answerFaults.get((int) (this.answersSpoilt % this.answerFaults.size())));
			}
		}
		return this.over.getCount() > 0;
	}

}
