package io.github.telegramnopool.transport;

import java.time.Duration;

/**
 * Where an attempt to connect goes.
 *
 * @param route the route
 * @param trial whether it has failed and another one works
 * @param hedge whether it is one more while others are under way
 * @param patience the time after which it is given up, whatever it waits for
 */
record Heading(Route route, boolean trial, boolean hedge, Duration patience) {

	/**
	 * One more of the same.
	 */
	Heading again() {
		return new Heading(this.route, this.trial, true, this.patience);
	}

}
