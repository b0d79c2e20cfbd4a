// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * The attempts of one race that are under way, the eldest first.
 */
final class AttemptsInFlight {

	private static final int MOST = 3;

	private final Semaphore budget;

	private final List<ConnectAttempt> attempts = new ArrayList<>();

	private volatile @Nullable ConnectAttempt eldest;

	AttemptsInFlight(Semaphore budget) {
		this.budget = budget;
	}

	void add(ConnectAttempt attempt) {
		this.attempts.add(attempt);
		this.eldest = this.attempts.get(0);
	}

	/**
	 * Make room for one more besides those under way. The eldest by a route is never
	 * given up for it, since its time is its own.
	 * @return {@code false} if there is none, be it for this call or for all
	 */
	boolean makeRoom() {
		if (this.attempts.size() >= MOST) {
			this.attempts.stream()
				.filter((attempt) -> !isEldestByItsRoute(attempt))
				.findFirst()
				.ifPresent(this::giveUp);
		}
		return this.attempts.size() < MOST && this.budget.tryAcquire();
	}

	/**
	 * One more by the routes that are taken, in turn.
	 */
	Heading another(int turn) {
		List<Heading> headings = this.attempts.stream()
			.filter(this::isEldestByItsRoute)
			.map(ConnectAttempt::heading)
			.toList();
		return headings.get(turn % headings.size()).again(turn);
	}

	boolean isEldestByItsRoute(ConnectAttempt attempt) {
		List<ConnectAttempt> sameRoute = by(attempt.route());
		return !sameRoute.isEmpty() && sameRoute.get(0) == attempt;
	}

	List<ConnectAttempt> by(Route route) {
		return this.attempts.stream().filter((attempt) -> attempt.route().equals(route)).toList();
	}

	/**
	 * The attempts that were begun before one and go elsewhere.
	 */
	List<ConnectAttempt> overtakenBy(ConnectAttempt winner) {
		int place = this.attempts.indexOf(winner);
		return this.attempts.stream()
			.limit(place)
			.filter((attempt) -> !attempt.route().equals(winner.route()) && isEldestByItsRoute(attempt))
			.toList();
	}

	/**
	 * Let go of an attempt, which goes on or has ended.
	 * @return {@code false} if it was not under way
	 */
	boolean remove(ConnectAttempt attempt) {
		if (!this.attempts.remove(attempt)) {
			return false;
		}
		if (attempt.heading().hedge()) {
			this.budget.release();
		}
		if (!this.attempts.isEmpty()) {
			this.eldest = this.attempts.get(0);
		}
		return true;
	}

	void giveUp(ConnectAttempt attempt) {
		remove(attempt);
		attempt.giveUp();
	}

	/**
	 * Give up all. The eldest is the last, since it goes on telling how far the call has
	 * come.
	 */
	void giveUpAll() {
		while (!this.attempts.isEmpty()) {
			giveUp(this.attempts.get(this.attempts.size() - 1));
		}
	}

	boolean isEmpty() {
		return this.attempts.isEmpty();
	}

	/**
	 * The attempt that tells how far the call has come, from any thread.
	 * @return the eldest under way or, if there is none, the last that was
	 */
	@Nullable ConnectAttempt eldest() {
		return this.eldest;
	}

}
