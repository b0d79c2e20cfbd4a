// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.util.stream.IntStream;

/**
 * How many updates to ask for at a time: fewer and fewer while the answer is larger than
 * can be taken, so that a batch of large updates does not come again for ever.
 */
final class BatchLimit {

	private static final int[] STEPS = { 25, 5, 1 };

	private int limit = Integer.MAX_VALUE;

	int of(int wanted) {
		return Math.min(this.limit, wanted);
	}

	/**
	 * Ask for fewer than were asked for.
	 * @return {@code false} if there is no fewer
	 */
	boolean shrink(int asked) {
		this.limit = IntStream.of(STEPS).filter((step) -> step < asked).findFirst().orElse(asked);
		return this.limit < asked;
	}

	void restore() {
		this.limit = Integer.MAX_VALUE;
	}

}
