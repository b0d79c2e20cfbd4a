// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * The routes that one call has taken, and why those that failed did.
 */
final class Itinerary {

	/**
	 * For a route that has failed, while another one works.
	 */
	private static final Duration TRIAL = Duration.ofSeconds(3);

	private final Network network;

	private final List<Route> taken = new ArrayList<>();

	/**
	 * Read by the thread of a deadline too.
	 */
	private final List<TransportException> failures = new CopyOnWriteArrayList<>();

	Itinerary(Network network) {
		this.network = network;
	}

	/**
	 * Take the next route, since there is no other one under way.
	 * @return {@code null} if none is left
	 */
	@Nullable Heading next() {
		return take(this.network.routes().choose(this.taken), false);
	}

	/**
	 * Take another route besides those that are under way.
	 * @return {@code null} if the same is better taken again
	 */
	@Nullable Heading besides() {
		return take(this.network.routes().chooseBesides(this.taken), true);
	}

	/**
	 * Note the route of a connection that was begun before.
	 */
	void takes(Heading heading) {
		this.taken.add(heading.route());
	}

	private @Nullable Heading take(Routes.@Nullable Choice choice, boolean hedge) {
		if (choice == null) {
			return null;
		}
		this.taken.add(choice.route());
		Duration total = this.network.settings().timeouts().total();
		boolean brief = choice.trial() && TRIAL.compareTo(total) < 0;
		return new Heading(choice.route(), choice.trial(), hedge, brief ? TRIAL : total, 0);
	}

	void arrived(Heading heading) {
		this.network.routes().opened(heading.route());
	}

	void overtaken(ConnectAttempt attempt) {
		Heading heading = attempt.heading();
		this.network.routes().overtaken(heading.route(), heading.trial(), attempt.age());
	}

	void failed(Heading heading, TransportException failure) {
		this.failures.add(failure);
		this.network.routes().failed(heading.route(), heading.trial(), String.valueOf(failure.getMessage()));
	}

	/**
	 * Why the call has failed as a whole.
	 */
	TransportException failure() {
		return TransportException.ofAll(this.failures);
	}

	/**
	 * Why the call has failed as a whole.
	 * @param last what has ended it
	 */
	TransportException failure(TransportException last) {
		List<TransportException> all = new ArrayList<>(this.failures);
		all.add(last);
		return TransportException.ofAll(all);
	}

}
