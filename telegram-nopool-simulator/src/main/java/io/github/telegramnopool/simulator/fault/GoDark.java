// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * Lives a random time, is held for a time, and lives again.
 *
 * @param life the mean of the lives
 * @param darkness how long it is held
 * @param direction what is held
 */
record GoDark(Duration life, Duration darkness, Direction direction) implements StreamFault {

	GoDark {
		StreamFault.requireNotNegative(life, "life");
		StreamFault.requireNotNegative(darkness, "darkness");
		if (life.plus(darkness).isZero()) {
			throw new IllegalArgumentException("'life' and 'darkness' must not both be zero");
		}
	}

	@Override
	public Runnable strike(Tunnel tunnel) {
		return new Cycle(tunnel).begin();
	}

	@Override
	public GoDark only(Direction direction) {
		return new GoDark(this.life, this.darkness, direction);
	}

	/**
	 * One of these for each tunnel.
	 */
	private final class Cycle {

		private final Tunnel tunnel;

		private Runnable end = () -> {
		};

		Cycle(Tunnel tunnel) {
			this.tunnel = tunnel;
		}

		Runnable begin() {
			live();
			return () -> this.end.run();
		}

		private void live() {
			double share = 2 * this.tunnel.random().nextDouble();
			Duration life = Duration.ofNanos((long) (share * GoDark.this.life.toNanos()));
			this.end = this.tunnel.schedule(life, this::darken);
		}

		private void darken() {
			Runnable brighten = new Hold(GoDark.this.direction).strike(this.tunnel);
			Runnable cancel = this.tunnel.schedule(GoDark.this.darkness, () -> {
				brighten.run();
				live();
			});
			this.end = () -> {
				cancel.run();
				brighten.run();
			};
		}

	}

}
