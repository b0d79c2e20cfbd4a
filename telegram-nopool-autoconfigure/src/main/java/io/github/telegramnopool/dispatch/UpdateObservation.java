// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import reactor.core.publisher.Flux;

/**
 * Is told how the handling of one update goes, and surrounds it. The handling is begun
 * once and ended once. If a listener does not come back, another thread goes on with it
 * meanwhile.
 *
 * @since 0.1.0
 */
public interface UpdateObservation {

	/**
	 * Watches nothing.
	 */
	UpdateObservation NONE = (outcome) -> {
	};

	/**
	 * Surround what this thread does for the update.
	 * @return what to close on this thread when it is done
	 */
	default Scope open() {
		return Scope.NONE;
	}

	/**
	 * Surround what a listener has returned.
	 * @param <T> the type of its elements
	 * @param returned what a listener has returned, which is not subscribed to yet
	 * @return the same, whose Reactor context knows of this handling
	 */
	default <T> Flux<T> surround(Flux<T> returned) {
		return returned;
	}

	/**
	 * Note that a listener has failed for good.
	 * @param failure what it has thrown
	 */
	default void failed(Throwable failure) {
	}

	/**
	 * Note the end.
	 * @param outcome how it has ended
	 */
	void ended(Outcome outcome);

	/**
	 * How the handling of an update ends.
	 */
	enum Outcome {

		/**
		 * All listeners have ended well.
		 */
		HANDLED,

		/**
		 * At least one listener has failed. The update counts as handled all the same.
		 */
		FAILED,

		/**
		 * It can't be read, and was published as such.
		 */
		UNREADABLE,

		/**
		 * The application stops, so the update comes again.
		 */
		ABANDONED

	}

	/**
	 * The time that a thread works for an update.
	 */
	@FunctionalInterface
	interface Scope extends AutoCloseable {

		/**
		 * Does nothing.
		 */
		Scope NONE = () -> {
		};

		@Override
		void close();

	}

}
