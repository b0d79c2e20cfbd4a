// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls that get no answer.
 *
 * @param count the number of calls
 */
record PendingCalls(int count) {

	/**
	 * Make the calls.
	 * @param held waits until Telegram has all that it will get
	 * @return the heap in use before and while they wait, and how many had ended by then
	 */
	Answer run(Peer peer, Held held) throws Exception {
		long before = Consumption.usedHeap();
		List<CompletableFuture<?>> calls = new ArrayList<>(this.count);
		for (int i = 0; i < this.count; i++) {
			calls.add(peer.sendLater(i + 1, "Hello"));
		}
		held.await();
		long after = Consumption.usedHeap();
		return new Answer().with("before", before)
			.with("after", after)
			.with("ended", calls.stream().filter(CompletableFuture::isDone).count());
	}

	/**
	 * Waits.
	 */
	@FunctionalInterface
	interface Held {

		void await() throws Exception;

	}

}
