// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Something that is done to the path or to a bot's process.
 *
 * @param pause the time since the step before it ended
 * @param action what is done
 * @param length for how long, if it is something that lasts
 */
record Step(Duration pause, Action action, Duration length) {

	/**
	 * Draw steps without end. In each kill interval there is one {@code kill -9}, one
	 * other thing that is done to the process, and two to the path.
	 */
	static Iterator<Step> draw(long seed, Duration killInterval) {
		Random random = new Random(seed);
		return Stream.generate(() -> round(random, killInterval.dividedBy(4))).flatMap(List::stream).iterator();
	}

	private static List<Step> round(Random random, Duration share) {
		List<Action> actions = new ArrayList<>(
				List.of(Action.KILL, random.nextBoolean() ? Action.TERMINATE : Action.SUSPEND, Action.onPath(random),
						Action.onPath(random)));
		Collections.shuffle(actions, random);
		return actions.stream()
			.map((action) -> new Step(share(random, share, 50, 40), action, share(random, share, 5, 35)))
			.toList();
	}

	private static Duration share(Random random, Duration whole, int leastPercent, int spread) {
		return whole.multipliedBy(leastPercent + random.nextInt(spread)).dividedBy(100);
	}

	/**
	 * What can be done.
	 */
	enum Action {

		/**
		 * End the process as {@code kill -9} does, and start the next.
		 */
		KILL,

		/**
		 * Ask the process to end, and start the next.
		 */
		TERMINATE,

		/**
		 * Stop the process as a suspended machine does, and let it go on.
		 */
		SUSPEND,

		/**
		 * Have the proxy's port closed, and reset what stands.
		 */
		REFUSE,

		/**
		 * Have the proxy swallow everything without closing anything.
		 */
		FREEZE,

		/**
		 * Reset what stands.
		 */
		RESET,

		/**
		 * End the proxy, and start it again.
		 */
		RESTART_PROXY;

		static Action onPath(Random random) {
			return values()[REFUSE.ordinal() + random.nextInt(4)];
		}

	}

}
