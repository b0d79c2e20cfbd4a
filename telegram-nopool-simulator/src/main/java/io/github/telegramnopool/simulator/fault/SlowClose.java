// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * The end of a connection is passed on later than its bytes.
 *
 * @param delay how much later
 * @param direction whose end
 */
record SlowClose(Duration delay, Direction direction) implements StreamFault {

	SlowClose {
		StreamFault.requireNotNegative(delay, "delay");
	}

	@Override
	public Runnable strike(Tunnel tunnel) {
		return tunnel.add(this.direction, (flow) -> new PacedStage(tunnel, new DelayedEnd(this.delay.toNanos())));
	}

	@Override
	public SlowClose only(Direction direction) {
		return new SlowClose(this.delay, direction);
	}

	private record DelayedEnd(long nanos) implements Pace {

		@Override
		public long delay(Piece piece) {
			return piece.isEnd() ? this.nanos : 0;
		}

	}

}
