// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A fault that begins and ends by the clock.
 *
 * @param fault the fault
 * @param after when it begins
 * @param lasting how long it lasts, or {@code null} for ever
 */
record Timed(StreamFault fault, Duration after, @Nullable Duration lasting) implements StreamFault {

	Timed {
		StreamFault.requireNotNegative(after, "time");
		if (lasting != null) {
			StreamFault.requireNotNegative(lasting, "time");
		}
	}

	@Override
	public Runnable strike(Tunnel tunnel) {
		Runnable[] end = new Runnable[1];
		end[0] = tunnel.schedule(this.after, () -> end[0] = begin(tunnel));
		return () -> end[0].run();
	}

	private Runnable begin(Tunnel tunnel) {
		Runnable end = this.fault.strike(tunnel);
		if (this.lasting == null) {
			return end;
		}
		Runnable cancel = tunnel.schedule(this.lasting, end);
		return () -> {
			cancel.run();
			end.run();
		};
	}

	@Override
	public TunnelFault after(Duration time) {
		return new Timed(this.fault, time, this.lasting);
	}

	@Override
	public TunnelFault lasting(Duration time) {
		return new Timed(this.fault, this.after, time);
	}

	@Override
	public Timed only(Direction direction) {
		return new Timed(this.fault.only(direction), this.after, this.lasting);
	}

}
