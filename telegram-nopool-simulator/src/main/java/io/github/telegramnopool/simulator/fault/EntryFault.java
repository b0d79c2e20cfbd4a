// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong with a client before its tunnel stands.
 */
sealed interface EntryFault extends Fault permits EntryFault.None, EntryFault.Refuse, EntryFault.Ignore,
		EntryFault.Nowhere, EntryFault.SlowTunnel, FailTunnel {

	/**
	 * Find a kind among the faults of a connection.
	 */
	static <T extends EntryFault> Optional<T> find(Fault fault, Class<T> kind) {
		return fault.parts().stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}

	static boolean has(Fault fault, Class<? extends EntryFault> kind) {
		return fault.parts().stream().anyMatch(kind::isInstance);
	}

	record None() implements EntryFault {

	}

	record Refuse() implements EntryFault {

	}

	record Ignore() implements EntryFault {

	}

	record Nowhere() implements EntryFault {

	}

	record SlowTunnel(Duration delay) implements EntryFault {

		public SlowTunnel {
			StreamFault.requireNotNegative(delay, "delay");
		}

	}

}
