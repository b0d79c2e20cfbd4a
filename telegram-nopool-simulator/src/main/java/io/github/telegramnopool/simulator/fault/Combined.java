// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.List;

/**
 * Several faults of one connection.
 */
record Combined(List<Fault> parts) implements Fault {

	Combined {
		parts = List.copyOf(parts);
	}

}
