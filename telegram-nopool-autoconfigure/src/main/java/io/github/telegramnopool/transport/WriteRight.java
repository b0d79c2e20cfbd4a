// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The right to write the request of a call, which is claimed or taken away, but never
 * both: who gives a call up before it has left is told so, and then it never will.
 */
final class WriteRight {

	private enum State {

		UNSENT, PARTLY_SENT, SENT, ABORTED

	}

	private final AtomicReference<State> state = new AtomicReference<>(State.UNSENT);

	/**
	 * Claim the right to write the request.
	 * @return {@code false} if the call was given up before, or the request was written
	 */
	boolean claim() {
		return this.state.compareAndSet(State.UNSENT, State.SENT);
	}

	/**
	 * Claim the right to write the beginning of a request, which nobody can execute
	 * before it is whole.
	 * @return {@code false} if the call was given up before
	 */
	boolean claimPart() {
		return this.state.compareAndSet(State.UNSENT, State.PARTLY_SENT);
	}

	/**
	 * Claim the right to write the last piece of a request.
	 * @return {@code false} if the call was given up before
	 */
	boolean claimLastPart() {
		return this.state.compareAndSet(State.PARTLY_SENT, State.SENT) || isUsed();
	}

	/**
	 * Note that an answer begins. Who answers before the request is whole may have
	 * executed it all the same.
	 */
	void answered() {
		this.state.compareAndSet(State.PARTLY_SENT, State.SENT);
	}

	/**
	 * Take the right away, unless it is used by now.
	 */
	void revoke() {
		if (!this.state.compareAndSet(State.UNSENT, State.ABORTED)) {
			this.state.compareAndSet(State.PARTLY_SENT, State.ABORTED);
		}
	}

	/**
	 * Whether the server may have the whole request.
	 */
	boolean isUsed() {
		return this.state.get() == State.SENT;
	}

	boolean isRevoked() {
		return this.state.get() == State.ABORTED;
	}

}
