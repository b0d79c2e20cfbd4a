// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * Only so many bytes pass at a time.
 *
 * @param bytes the bytes of one portion
 * @param variation what is added or taken away at most
 * @param interval the time between two portions
 * @param direction what is portioned
 */
record Portions(int bytes, int variation, Duration interval, Direction direction) implements StreamFault {

	private static final int PORTIONS_A_SECOND = 20;

	Portions {
		if (bytes < 1 || interval.isNegative()) {
			throw new IllegalArgumentException(
					"'bytes' must be at least 1 and 'interval' not negative, but are " + bytes + " and " + interval);
		}
		if (variation < 0 || variation >= bytes) {
			throw new IllegalArgumentException(
					"'variation' must be from 0 to less than 'bytes', but they are " + variation + " and " + bytes);
		}
	}

	static Portions ofBandwidth(int bytesPerSecond) {
		if (bytesPerSecond < 1) {
			throw new IllegalArgumentException("'bytesPerSecond' must be at least 1, but is " + bytesPerSecond);
		}
		int portion = Math.max(1, bytesPerSecond / PORTIONS_A_SECOND);
		Duration interval = Duration.ofNanos(portion * Duration.ofSeconds(1).toNanos() / bytesPerSecond);
		return new Portions(portion, 0, interval, Direction.BOTH);
	}

	@Override
	public Runnable strike(Tunnel tunnel) {
		return tunnel.add(this.direction, (flow) -> new PacedStage(tunnel, new Portion(tunnel)));
	}

	@Override
	public Portions only(Direction direction) {
		return new Portions(this.bytes, this.variation, this.interval, direction);
	}

	private final class Portion implements Pace {

		private final Tunnel tunnel;

		Portion(Tunnel tunnel) {
			this.tunnel = tunnel;
		}

		@Override
		public int portion() {
			int variation = Portions.this.variation;
			return Portions.this.bytes - variation + this.tunnel.random().nextInt(2 * variation + 1);
		}

		@Override
		public long interval() {
			return Portions.this.interval.toNanos();
		}

	}

}
