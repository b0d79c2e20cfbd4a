// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Connections that are begun before there are calls for them, because calls are likely.
 * Each is used once; none lives longer unused than a mostly live path can be trusted.
 */
final class SpareConnections {

	/**
	 * What a path does to connections that are idle shows after many seconds, so that one
	 * of two is as good as a new one.
	 */
	static final Duration LONGEST_AGE = Duration.ofSeconds(2);

	private static final int MOST = 4;

	private final Network network;

	private final Supplier<ConnectTarget> targets;

	private final Deque<Spare> spares = new ConcurrentLinkedDeque<>();

	private final Demand demand = new Demand(LONGEST_AGE, System::nanoTime);

	private volatile boolean closed;

	/**
	 * Create the connections.
	 * @param targets chooses an event loop for each
	 */
	SpareConnections(Network network, Supplier<ConnectTarget> targets) {
		this.network = network;
		this.targets = targets;
	}

	/**
	 * Begin a connection, since a call may follow, if calls have mostly followed before.
	 */
	void expectCall() {
		if (this.demand.expect()) {
			prepare(this.spares.size() + 1);
		}
	}

	/**
	 * Begin connections for calls that will certainly follow.
	 * @param count how many there are to be, with those that are begun
	 */
	void prepare(int count) {
		int missing = Math.min(count, MOST) - this.spares.size();
		while (missing > 0 && !this.closed && begin()) {
			missing--;
		}
	}

	private boolean begin() {
		Routes.Choice choice = this.network.routes().choose(List.of());
		if (choice == null || choice.trial()) {
			return false;
		}
		Duration total = this.network.settings().timeouts().total();
		Spare spare = new Spare(new Heading(choice.route(), false, false, total, 0), this.targets.get(), this.network,
				this.spares::remove);
		this.spares.addLast(spare);
		spare.begin();
		return true;
	}

	/**
	 * Take one for a call: the eldest that is ready, or else the eldest.
	 * @return {@code null} if there is none
	 */
	@Nullable Spare take() {
		this.demand.called();
		for (Spare spare : this.spares) {
			if (spare.isReady() && this.spares.remove(spare)) {
				closeOvertaken(spare);
				return spare;
			}
		}
		return this.spares.pollFirst();
	}

	/**
	 * One that is not ready hangs if another is that was begun so much later, as a hedge
	 * is. It would only take the place of one that does not.
	 */
	private void closeOvertaken(Spare winner) {
		Duration interval = this.network.settings().hedgeAfter();
		if (!interval.isZero()) {
			this.spares.stream()
				.filter((spare) -> !spare.isReady() && spare.isElderBy(interval, winner))
				.forEach((spare) -> spare.loop().execute(spare::close));
		}
	}

	void close() {
		this.closed = true;
		this.spares.forEach((spare) -> spare.loop().execute(spare::close));
	}

}
