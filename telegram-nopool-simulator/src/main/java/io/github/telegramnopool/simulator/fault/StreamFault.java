// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * A fault that knows how to strike.
 */
sealed interface StreamFault extends TunnelFault permits Cut, Hold, GoDark, Latency, Portions, SlowClose, Timed {

	/**
	 * Begin in a standing tunnel, on its event loop.
	 * @return ends it; what was held is passed on
	 */
	Runnable strike(Tunnel tunnel);

	@Override
	default TunnelFault after(Duration time) {
		return new Timed(this, time, null);
	}

	@Override
	default TunnelFault lasting(Duration time) {
		return new Timed(this, Duration.ZERO, time);
	}

	@Override
	StreamFault only(Direction direction);

	static void requireNotNegative(Duration duration, String name) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("'" + name + "' must not be negative, but is " + duration);
		}
	}

}
