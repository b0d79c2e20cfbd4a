// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The routes of one bot in the order of preference, and which of them work: calls and
 * polls share what each finds out.
 * <p>
 * A route that fails is avoided by all, as long as there is one that works. After a
 * minute, and then after twice as long each time up to an hour, one call begins with it
 * again and, if it is not soon ready, goes on by the one that works.
 *
 * @since 0.1.0
 */
public final class Routes {

	private static final Duration FIRST_AVOIDANCE = Duration.ofMinutes(1);

	private static final Duration LONGEST_AVOIDANCE = Duration.ofHours(1);

	/**
	 * The time that one call has to find out whether a route works again, before another
	 * one tries.
	 */
	private static final Duration TRIAL = Duration.ofSeconds(30);

	/**
	 * A route that is slower than the others so many times in a row is as good as one
	 * that fails.
	 */
	private static final int MOST_OVERTAKINGS = 3;

	private final List<Candidate> candidates;

	private final RouteLog log;

	private final LongSupplier clock;

	/**
	 * Create routes that are all taken for good.
	 * @param bot the bot's name in the configuration
	 * @param routes the routes in the order of preference, at least one
	 */
	public Routes(String bot, List<Route> routes) {
		this(bot, routes, System::nanoTime);
	}

	Routes(String bot, List<Route> routes, LongSupplier clock) {
		this.candidates = routes.stream().distinct().map(Candidate::new).toList();
		this.clock = clock;
		this.log = new RouteLog(bot, this.candidates.get(0).route, clock);
	}

	/**
	 * The route that connections take.
	 * @return the one that the last connection was made by or, before that, the first
	 */
	public Route current() {
		return this.log.current();
	}

	/**
	 * Choose the route for a call's next connection.
	 * @param tried the routes that the call has tried
	 * @return the route, or {@code null} if there is none left
	 */
	synchronized @Nullable Choice choose(Collection<Route> tried) {
		long now = this.clock.getAsLong();
		List<Candidate> left = this.candidates.stream()
			.filter((candidate) -> !tried.contains(candidate.route))
			.toList();
		for (Candidate candidate : left) {
			if (candidate.works()) {
				return new Choice(candidate.route, false);
			}
			if (candidate.isDue(now) && left.stream().anyMatch(Candidate::works)) {
				candidate.avoidedUntil = now + TRIAL.toNanos();
				return new Choice(candidate.route, true);
			}
		}
		return left.stream()
			.min(Comparator.comparingInt((candidate) -> candidate.failures))
			.map((candidate) -> new Choice(candidate.route, false))
			.orElse(null);
	}

	/**
	 * Choose the route for another connection of a call besides those that it is making.
	 * One that has failed is worth it only if all have.
	 * @param tried the routes that the call has tried
	 * @return the route, or {@code null} if none is worth it
	 */
	synchronized @Nullable Choice chooseBesides(Collection<Route> tried) {
		boolean outage = this.candidates.stream().noneMatch(Candidate::works);
		return this.candidates.stream()
			.filter((candidate) -> (candidate.works() || outage) && !tried.contains(candidate.route))
			.min(Comparator.comparingInt((candidate) -> candidate.failures))
			.map((candidate) -> new Choice(candidate.route, false))
			.orElse(null);
	}

	/**
	 * Note that a connection is ready to carry a request.
	 */
	void opened(Route route) {
		if (this.candidates.size() > 1) {
			synchronized (this) {
				if (this.candidates.stream().noneMatch(Candidate::works)) {
					// It was none of the routes that was broken, but what all have in
					// common
					this.candidates.forEach((candidate) -> candidate.avoidAnew(this.clock.getAsLong()));
				}
				find(route).failures = 0;
				find(route).overtakings = 0;
			}
			this.log.opened(route);
		}
	}

	/**
	 * Note that no connection was made. That other calls were on the way at the same time
	 * counts once.
	 */
	void failed(Route route, boolean trial, String reason) {
		if (this.candidates.size() > 1) {
			synchronized (this) {
				find(route).failed(this.clock.getAsLong(), trial);
			}
			this.log.failed(route, reason);
		}
	}

	/**
	 * Note that a connection by another route was ready before the one by this, which was
	 * begun earlier. Calls that wait at the same time count once.
	 * @param age how long ago the slower one was begun
	 */
	void overtaken(Route route, boolean trial, Duration age) {
		synchronized (this) {
			Candidate candidate = find(route);
			long now = this.clock.getAsLong();
			boolean counted = candidate.overtakings > 0 && now - age.toNanos() - candidate.overtakenAt < 0;
			if (counted || (candidate.overtake(now) < MOST_OVERTAKINGS && !trial)) {
				return;
			}
			candidate.overtakings = 0;
		}
		failed(route, trial, route.description() + " it takes longer");
	}

	private Candidate find(Route route) {
		return this.candidates.stream().filter((candidate) -> candidate.route.equals(route)).findFirst().orElseThrow();
	}

	/**
	 * What a connection is tried by.
	 *
	 * @param route the route
	 * @param trial whether it has failed and another one works
	 */
	record Choice(Route route, boolean trial) {

	}

	private static final class Candidate {

		private final Route route;

		/**
		 * Times in a row that it was found not to work.
		 */
		private int failures;

		/**
		 * Times in a row that another one was faster.
		 */
		private int overtakings;

		private long overtakenAt;

		private long avoidedUntil;

		Candidate(Route route) {
			this.route = route;
		}

		boolean works() {
			return this.failures == 0;
		}

		int overtake(long now) {
			this.overtakenAt = now;
			return ++this.overtakings;
		}

		boolean isDue(long now) {
			return !works() && now - this.avoidedUntil >= 0;
		}

		void failed(long now, boolean trial) {
			if (works() || trial || isDue(now)) {
				avoid(now);
			}
		}

		void avoidAnew(long now) {
			this.failures = 0;
			avoid(now);
		}

		private void avoid(long now) {
			long avoidance = FIRST_AVOIDANCE.toNanos() << Math.min(this.failures++, 10);
			this.avoidedUntil = now + Math.min(avoidance, LONGEST_AVOIDANCE.toNanos());
		}

	}

}
