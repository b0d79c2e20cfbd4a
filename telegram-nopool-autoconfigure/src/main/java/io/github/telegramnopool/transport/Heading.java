// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;

/**
 * Where an attempt to connect goes.
 *
 * @param route the route
 * @param trial whether it has failed and another one works
 * @param hedge whether it is one more while others are under way
 * @param patience the time after which it is given up, whatever it waits for
 * @param turn which of the peer's addresses is tried first, from 0
 */
record Heading(Route route, boolean trial, boolean hedge, Duration patience, int turn) {

	/**
	 * One more by the same route.
	 * @param turn which of the peer's addresses is the first, so that one that leads
	 * nowhere does not hold up all
	 */
	Heading again(int turn) {
		return new Heading(this.route, this.trial, true, this.patience, turn);
	}

}
