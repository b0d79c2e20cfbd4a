// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

/**
 * How bytes are passed on.
 */
interface Pace {

	/**
	 * How much later a piece is passed on, in nanoseconds.
	 */
	default long delay(Piece piece) {
		return 0;
	}

	/**
	 * How many bytes are passed on at once.
	 */
	default int portion() {
		return Integer.MAX_VALUE;
	}

	/**
	 * The time until the next portion, in nanoseconds.
	 */
	default long interval() {
		return 0;
	}

}
