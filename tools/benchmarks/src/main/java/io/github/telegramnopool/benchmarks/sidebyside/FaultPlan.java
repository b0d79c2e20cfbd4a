package io.github.telegramnopool.benchmarks.sidebyside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * What goes wrong at so many percent, the same for all who are compared.
 * <p>
 * Of new connections, so many percent are silent from birth: half of them never hear from
 * the proxy, half after it has granted the tunnel. And in so many percent of the window's
 * tenths there is a moment at which all that live go silent: else those who keep
 * connections would meet no fault once they have good ones. A silent connection swallows
 * both directions and is never closed.
 *
 * @param percent from 0 to 100
 * @param seed what the chances are made of; the moments of a smaller percentage are also
 * those of a larger one
 * @param window how long things go wrong
 */
record FaultPlan(int percent, long seed, Duration window) {

	private static final int PARTS = 10;

	private static final List<Fault> SILENCES = List.of(Fault.ignore(), Fault.blackHoleAfter(0));

	/**
	 * When all live connections go silent.
	 * @return times since the window's begin, in order
	 */
	List<Duration> moments() {
		Random random = new Random(this.seed);
		Duration part = this.window.dividedBy(PARTS);
		List<Duration> moments = new ArrayList<>();
		for (int i = 0; i < PARTS; i++) {
			moments.add(part.multipliedBy(i).plusMillis(random.nextInt((int) part.toMillis())));
		}
		Collections.shuffle(moments, random);
		return moments.subList(0, Math.round(PARTS * this.percent / 100f)).stream().sorted().toList();
	}

	void begin(FaultProxy proxy) {
		proxy.faults().percent(this.percent, this.seed, SILENCES);
	}

	/**
	 * All new connections are good again. Those that live go silent once more, so that it
	 * is no matter of luck who has a good one just now.
	 */
	void heal(FaultProxy proxy) {
		proxy.faults().none();
		if (this.percent > 0) {
			proxy.freezeLive();
		}
	}

}
