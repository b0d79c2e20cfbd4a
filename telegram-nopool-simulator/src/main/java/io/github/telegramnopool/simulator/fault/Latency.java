// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * Everything passes later.
 *
 * @param delay the delay
 * @param jitter what is added or taken away at most
 * @param direction what is delayed
 */
record Latency(Duration delay, Duration jitter, Direction direction) implements StreamFault {

	Latency {
		StreamFault.requireNotNegative(delay, "delay");
		StreamFault.requireNotNegative(jitter, "jitter");
	}

	@Override
	public Runnable strike(Tunnel tunnel) {
		return tunnel.add(this.direction, (flow) -> new PacedStage(tunnel, new Delay(tunnel)));
	}

	@Override
	public Latency only(Direction direction) {
		return new Latency(this.delay, this.jitter, direction);
	}

	private final class Delay implements Pace {

		private final Tunnel tunnel;

		Delay(Tunnel tunnel) {
			this.tunnel = tunnel;
		}

		@Override
		public long delay(Piece piece) {
			double share = 2 * this.tunnel.random().nextDouble() - 1;
			return Math.max(0, Latency.this.delay.toNanos() + (long) (share * Latency.this.jitter.toNanos()));
		}

	}

}
