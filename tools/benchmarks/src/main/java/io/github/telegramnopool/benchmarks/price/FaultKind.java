// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.time.Duration;
import java.util.Random;

import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.simulator.fault.TunnelFault;

/**
 * What goes wrong at a proxy. A tunnel that dies goes silent: it swallows what either
 * side sends and is never closed.
 */
enum FaultKind {

	/**
	 * Of 100 connections 30 never hear from the proxy.
	 */
	NOCONNECT30("faults", "30 % of CONNECTs unanswered", true, Death.NONE),

	/**
	 * Each tunnel dies with a chance of 30 % at the end of each 1.6 s of its life.
	 */
	DARK30("more-faults", "30 % of live tunnels dying each 1.6 s", false, Death.IN_STEPS),

	/**
	 * Both.
	 */
	MIX30("faults", "30 % of CONNECTs unanswered and 30 % of live tunnels dying each 1.6 s", true, Death.IN_STEPS),

	/**
	 * Both, where a tunnel is as likely to die in its first moment as in any other.
	 */
	DYING30("more-faults", "30 % of CONNECTs unanswered and tunnels dying at any moment, 30 % in 1.6 s", true,
			Death.AT_ANY_MOMENT);

	private static final double SHARE = 0.3;

	private static final double STEP_SECONDS = 1.6;

	/**
	 * More than any bot opens.
	 */
	private static final int CONNECTIONS = 20_000;

	private final String family;

	private final String title;

	private final boolean unanswered;

	private final Death death;

	FaultKind(String family, String title, boolean unanswered, Death death) {
		this.family = family;
		this.title = title;
		this.unanswered = unanswered;
		this.death = death;
	}

	/**
	 * Where it is chosen: what no bar is about has a family of its own.
	 */
	String family() {
		return this.family;
	}

	String title() {
		return this.title;
	}

	/**
	 * From now on things go wrong, with connections to come and with those that live.
	 * @param seed what chance is made of
	 */
	void begin(FaultProxy proxy, long seed) {
		Random random = new Random(seed);
		if (this.death != Death.NONE) {
			proxy.strikeLive(dying(random));
		}
		Fault[] births = new Fault[CONNECTIONS];
		for (int i = 0; i < births.length; i++) {
			births[i] = birth(random);
		}
		proxy.faults().next(births);
	}

	private Fault birth(Random random) {
		// Both are drawn for each, so that all kinds meet the same with the same seed
		boolean unanswered = random.nextDouble() < SHARE;
		TunnelFault dying = dying(random);
		if (this.unanswered && unanswered) {
			return Fault.ignore();
		}
		return (this.death != Death.NONE) ? dying : Fault.none();
	}

	private TunnelFault dying(Random random) {
		double steps = Math.log(1 - random.nextDouble()) / Math.log(1 - SHARE);
		double seconds = STEP_SECONDS * ((this.death == Death.IN_STEPS) ? Math.ceil(steps) : steps);
		return Fault.blackHoleAfter(0).after(Duration.ofMillis((long) (1000 * seconds)));
	}

	/**
	 * How tunnels die.
	 */
	private enum Death {

		NONE, IN_STEPS, AT_ANY_MOMENT

	}

}
