// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

/**
 * Which bytes of a tunnel are meant.
 *
 * @since 0.1.0
 */
public enum Direction {

	/**
	 * From the client to its target.
	 */
	UP,

	/**
	 * From the target to the client.
	 */
	DOWN,

	/**
	 * Both, counted together.
	 */
	BOTH;

	boolean covers(Direction flow) {
		return this == BOTH || this == flow;
	}

}
