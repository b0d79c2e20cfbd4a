package io.github.telegramnopool.integration.history;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * Makes trouble until it is interrupted, and then heals what it has broken. What it does
 * follows from its seed alone; when exactly, also from the machine.
 */
final class Nemesis implements Runnable {

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

	@Override
	public void run() {
		Iterator<Step> steps = Step.draw(this.settings.seed(), this.settings.killInterval());
		try {
			spoilConnections();
			while (true) {
				Step step = steps.next();
				rest(step.pause());
				this.history.write(Event.Kind.FAULT, 0, 0, 0, step.action() + " " + step.length().toMillis());
				act(step);
			}
		}
		catch (InterruptedException ex) {
			heal();
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
				try {
					rest(step.length());
				}
				finally {
					this.victim.resume();
				}
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
	 */
	private void rest(Duration time) throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end) {
			Thread.sleep(TICK.toMillis());
			long answers = (long) this.simulator.received("getUpdates") + this.simulator.received("sendMessage");
			for (; this.answersSpoilt < answers * this.settings.faults() / 100; this.answersSpoilt++) {
				this.simulator.script(this.answerFaults.get((int) (this.answersSpoilt % this.answerFaults.size())));
			}
		}
	}

	private void heal() {
		this.proxy.faults().none();
		this.proxy.start();
		this.proxy.acceptConnections();
		this.simulator.clearScript();
	}

}
