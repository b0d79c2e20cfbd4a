// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

/**
 * Something that happens once, at a certain byte.
 *
 * @param action what happens
 * @param after how many bytes still pass
 * @param direction which bytes are counted
 */
record Cut(Action action, long after, Direction direction) implements StreamFault {

	Cut {
		if (after < 0) {
			throw new IllegalArgumentException("'bytes' must not be negative, but is " + after);
		}
	}

	@Override
	public Runnable strike(Tunnel tunnel) {
		return new CutStage.Both(this, tunnel).begin();
	}

	@Override
	public Cut only(Direction direction) {
		return new Cut(this.action, this.after, direction);
	}

	/**
	 * What is swallowed once it has happened.
	 */
	Direction swallowed() {
		return (this.action == Action.BLACK_HOLE) ? this.direction : Direction.BOTH;
	}

	/**
	 * What can happen at a byte.
	 */
	enum Action {

		/**
		 * The bytes after it are swallowed.
		 */
		BLACK_HOLE,

		/**
		 * Both connections are reset.
		 */
		RESET,

		/**
		 * Both connections are closed.
		 */
		CLOSE,

		/**
		 * The client's connection is closed in its receiving half.
		 */
		HALF_CLOSE

	}

}
