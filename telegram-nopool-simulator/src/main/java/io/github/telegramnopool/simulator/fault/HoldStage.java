// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps everything until it leaves.
 */
final class HoldStage extends Stage {

	/**
	 * More than clients of a bot send. A source that is not read can't be seen to close.
	 */
	private static final int MAX_HELD = 1024 * 1024;

	private final Deque<Piece> held = new ArrayDeque<>();

	private final Direction flow;

	private int bytes;

	HoldStage(Direction flow) {
		this.flow = flow;
	}

	@Override
	void take(Piece piece) {
		if (piece.isEnd() && this.flow == Direction.UP) {
			// The client is gone, and nobody will miss what it has said
			discard();
			pass(piece);
			return;
		}
		this.bytes += piece.bytes().readableBytes();
		this.held.addLast(piece);
	}

	@Override
	boolean isFull() {
		return this.bytes > MAX_HELD;
	}

	@Override
	void leave() {
		this.held.forEach(this::pass);
		this.held.clear();
		this.bytes = 0;
	}

	@Override
	void discard() {
		this.held.forEach((piece) -> piece.bytes().release());
		this.held.clear();
		this.bytes = 0;
	}

}
