// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls of so many users at a time, each of whom waits for an answer before the next.
 *
 * @param count the number of calls
 * @param users the number of users
 * @param thinkMicros how long a user waits before each call
 */
record ClosedLoop(int count, int users, long thinkMicros) {

	Answer run(Peer peer) throws Exception {
		long[] latencies = new long[this.count];
		AtomicInteger next = new AtomicInteger();
		AtomicLong errors = new AtomicLong();
		ExecutorService threads = Executors.newFixedThreadPool(this.users);
		try {
			List<Future<?>> ends = new ArrayList<>();
			Consumption begin = Consumption.now();
			long from = System.nanoTime();
			for (int user = 1; user <= this.users; user++) {
				long chat = user;
				ends.add(threads.submit(() -> {
					for (int i = next.getAndIncrement(); i < this.count; i = next.getAndIncrement()) {
						latencies[i] = call(peer, chat, errors);
					}
				}));
			}
			for (Future<?> end : ends) {
				end.get();
			}
			long wall = (System.nanoTime() - from) / 1000;
			Consumption used = Consumption.now().since(begin);
			return new Answer().with("latencies", latencies)
				.with("errors", errors.get())
				.with("wall", wall)
				.with("cpu", used.cpuMicros())
				.with("allocated", used.allocatedBytes());
		}
		finally {
			threads.shutdownNow();
		}
	}

	private long call(Peer peer, long chat, AtomicLong errors) {
		if (this.thinkMicros > 0) {
			LockSupport.parkNanos(this.thinkMicros * 1000);
		}
		long begin = System.nanoTime();
		try {
			peer.send(chat, "Hello");
		}
		catch (Exception ex) {
			if (errors.getAndIncrement() == 0) {
				ex.printStackTrace();
			}
		}
		return (System.nanoTime() - begin) / 1000;
	}

}
