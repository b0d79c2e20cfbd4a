// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * What the library's listener does with an update: counts it, and if it is told so thinks
 * for a while and sends an answer.
 */
final class Listener implements LongConsumer {

	private static final long SILENT = -1;

	private final AtomicReference<Peer> peer = new AtomicReference<>();

	private final List<Long> heard = new ArrayList<>();

	private final List<Long> replies = new ArrayList<>();

	private volatile boolean keeps;

	private volatile long thinkMicros = SILENT;

	private long count;

	private long errors;

	@Override
	public void accept(long updateId) {
		long think = this.thinkMicros;
		if (think != SILENT) {
			LockSupport.parkNanos(think * 1000);
			reply();
		}
		synchronized (this) {
			this.count++;
			if (this.keeps) {
				this.heard.add(updateId);
				this.heard.add(System.currentTimeMillis());
			}
		}
	}

	private void reply() {
		long begin = System.nanoTime();
		try {
			this.peer.get().send(42, "Hello");
		}
		catch (Exception ex) {
			ex.printStackTrace();
			synchronized (this) {
				this.errors++;
			}
		}
		long micros = (System.nanoTime() - begin) / 1000;
		synchronized (this) {
			this.replies.add(micros);
		}
	}

	/**
	 * Answer through a library.
	 */
	void through(Peer peer) {
		this.peer.set(peer);
	}

	/**
	 * From now on answer each update after so many microseconds, or none if they are
	 * negative.
	 */
	void think(long micros) {
		this.thinkMicros = (micros < 0) ? SILENT : micros;
	}

	/**
	 * From now on keep each update's id and time.
	 */
	void keep() {
		this.keeps = true;
	}

	/**
	 * The number of updates, and the nanoseconds of a clock.
	 */
	synchronized Answer heard() {
		return new Answer().with("heard", this.count).with("nanos", System.nanoTime());
	}

	/**
	 * Each update that was kept, with its time.
	 */
	synchronized Answer hearing() {
		return new Answer().with("hearing", numbers(this.heard));
	}

	/**
	 * How long each reply took that was sent since the last time, from the library's call
	 * to its answer.
	 */
	synchronized Answer replies() {
		Answer answer = new Answer().with("replies", numbers(this.replies)).with("errors", this.errors);
		this.replies.clear();
		this.errors = 0;
		return answer;
	}

	private static long[] numbers(List<Long> list) {
		return list.stream().flatMapToLong(LongStream::of).toArray();
	}

}
