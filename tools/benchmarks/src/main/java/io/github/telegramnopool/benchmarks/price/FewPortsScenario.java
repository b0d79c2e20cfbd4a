// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.OwnNetwork;

/**
 * Calls where there are few ports from which connections can be made, so that one that is
 * still blocked by a connection that has ended is missed.
 *
 * @param calls the calls
 */
record FewPortsScenario(CallsScenario calls) implements Scenario {

	private static final int PORTS = 1024;

	@Override
	public String family() {
		return this.calls.family();
	}

	@Override
	public String name() {
		return this.calls.name();
	}

	@Override
	public String about() {
		return this.calls.about() + ", from " + PORTS + " ports";
	}

	@Override
	public List<Measure> measures() {
		return this.calls.measures();
	}

	@Override
	public void round(Run run, int round) throws Exception {
		String before;
		try {
			before = OwnNetwork.limitPorts(PORTS);
		}
		catch (NotHere ex) {
			run.missing(this, "", ex);
			return;
		}
		try {
			this.calls.round(run, round);
		}
		finally {
			OwnNetwork.restorePorts(before);
		}
	}

}
