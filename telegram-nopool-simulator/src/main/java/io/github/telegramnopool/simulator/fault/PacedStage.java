// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import io.netty.buffer.ByteBuf;

/**
 * Passes on at a pace.
 */
final class PacedStage extends Stage {

	private static final int MAX_WAITING = 16 * 1024;

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	private final Tunnel tunnel;

	private final Pace pace;

	private int waitingBytes;

	private long nextPortionAt = System.nanoTime();

	private boolean scheduled;

	PacedStage(Tunnel tunnel, Pace pace) {
		this.tunnel = tunnel;
		this.pace = pace;
	}

	@Override
	void take(Piece piece) {
		this.waiting.addLast(new Waiting(piece, System.nanoTime() + this.pace.delay(piece)));
		this.waitingBytes += piece.bytes().readableBytes();
		pump();
	}

	@Override
	boolean isFull() {
		return this.waitingBytes > MAX_WAITING;
	}

	@Override
	void leave() {
		this.waiting.forEach((waiting) -> pass(waiting.piece()));
		clear();
	}

	@Override
	void discard() {
		this.waiting.forEach((waiting) -> waiting.piece().bytes().release());
		clear();
	}

	private void clear() {
		this.waiting.clear();
		this.waitingBytes = 0;
	}

	private void pump() {
		while (!this.scheduled && !this.waiting.isEmpty()) {
			Waiting head = this.waiting.getFirst();
			long wait = Math.max(head.notBefore() - System.nanoTime(), this.nextPortionAt - System.nanoTime());
			if (wait > 0) {
				this.scheduled = true;
				this.tunnel.schedule(Duration.ofNanos(wait), this::resume);
			}
			else {
				pass(head);
			}
		}
		eased();
	}

	private void resume() {
		this.scheduled = false;
		pump();
	}

	private void pass(Waiting head) {
		ByteBuf bytes = head.piece().bytes();
		int count = Math.min(this.pace.portion(), bytes.readableBytes());
		this.waitingBytes -= count;
		this.nextPortionAt = System.nanoTime() + this.pace.interval();
		if (count == bytes.readableBytes()) {
			this.waiting.removeFirst();
			pass(head.piece());
		}
		else {
			pass(Piece.of(bytes.readRetainedSlice(count)));
		}
	}

	/**
	 * A piece that waits.
	 *
	 * @param piece the piece
	 * @param notBefore when it may be passed on, as {@link System#nanoTime()}
	 */
	private record Waiting(Piece piece, long notBefore) {

	}

}
