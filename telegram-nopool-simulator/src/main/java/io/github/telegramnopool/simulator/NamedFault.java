// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * The faults that a person chooses from. Each holds for connections to come and for those
 * that stand, since a fault of the way meets both.
 * <p>
 * Where only some connections fail, none lives for ever: it fails after more bytes than a
 * call needs, as connections do that a proxy or a router on the way forgets.
 */
enum NamedFault {

	NONE(List.of(Fault.none()), Fault.none()),

	/**
	 * A third of the connections swallow everything.
	 */
	BLACK_HOLE_33(List.of(Fault.blackHoleAfter(0), Life.silent(), Life.silent()), Fault.blackHoleAfter(Life.REST)),

	/**
	 * Two thirds do.
	 */
	BLACK_HOLE_67(List.of(Fault.blackHoleAfter(0), Fault.blackHoleAfter(0), Life.silent()),
			Fault.blackHoleAfter(Life.REST)),

	/**
	 * Every connection is held for a time, again and again.
	 */
	GO_DARK(List.of(Life.dark()), Life.dark()),

	/**
	 * Nobody gets through.
	 */
	REFUSE(List.of(Fault.refuse()), Fault.resetAfter(0)),

	/**
	 * Everything comes late.
	 */
	LATENCY(List.of(Life.late()), Life.late()),

	/**
	 * Half of the connections are reset.
	 */
	RESET(List.of(Fault.resetAfter(0), Fault.resetAfter(Life.BYTES)), Fault.resetAfter(Life.REST));

	private final List<Fault> toCome;

	private final Fault live;

	NamedFault(List<Fault> toCome, Fault live) {
		this.toCome = toCome;
		this.live = live;
	}

	static NamedFault of(String name) {
		for (NamedFault fault : values()) {
			if (fault.toString().equals(name)) {
				return fault;
			}
		}
		throw new IllegalArgumentException("There is no fault \"" + name + "\". Choose one of " + List.of(values()));
	}

	/**
	 * Let a proxy meet this fault in the place of another one.
	 */
	void befall(FaultProxy proxy) {
		proxy.healLive();
		proxy.faults().none();
		if (this != NONE) {
			proxy.faults().percent(100, System.nanoTime(), this.toCome);
			proxy.strikeLive(this.live);
		}
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What a connection still carries.
	 */
	private static final class Life {

		private static final long BYTES = 16 * 1024;

		/**
		 * A few small calls more.
		 */
		private static final long REST = 4 * 1024;

		private static Fault silent() {
			return Fault.blackHoleAfter(BYTES);
		}

		private static Fault dark() {
			return Fault.goDark(Duration.ofSeconds(3), Duration.ofSeconds(8));
		}

		private static Fault late() {
			return Fault.latency(Duration.ofMillis(400), Duration.ofMillis(200));
		}

	}

}
