// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happens to what flows in one direction, before the next. Runs on the
 * event loop.
 */
abstract class Stage {

	private @Nullable Flow flow;

	private @Nullable Stage next;

	final void join(Flow flow, Stage next) {
		this.flow = flow;
		this.next = next;
	}

	/**
	 * Receive a piece and own its bytes.
	 */
	abstract void take(Piece piece);

	/**
	 * Whether so much waits that the source should not be read.
	 */
	boolean isFull() {
		return false;
	}

	/**
	 * Pass on all that waits, since the stage is taken out.
	 */
	void leave() {
	}

	/**
	 * Drop all that waits, since the connection has ended.
	 */
	void discard() {
	}

	final void pass(Piece piece) {
		if (this.next != null) {
			this.next.take(piece);
		}
	}

	/**
	 * Tell the source that less waits.
	 */
	final void eased() {
		if (this.flow != null) {
			this.flow.balance();
		}
	}

}
