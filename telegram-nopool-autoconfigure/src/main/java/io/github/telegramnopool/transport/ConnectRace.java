// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;

/**
 * Makes the connection of one call. As long as none is ready to carry the request,
 * another is begun, again and again and by other routes where there are some; the first
 * to be ready carries it, and the others are closed without a byte of it written. When a
 * route has failed, the next is taken at once.
 * <p>
 * The eldest attempt by a route keeps all the time that its phases have: a path that is
 * slow is not worse off for the others. It alone decides when the route's time is over.
 * All attempts share an event loop, so nothing here needs a lock.
 */
final class ConnectRace implements AttemptOwner {

	/**
	 * An event loop that is later than this has too much to do already: it is not the
	 * path that is slow.
	 */
	private static final Duration BUSY = Duration.ofMillis(50);

	private final Exchange exchange;

	private final ConnectTarget target;

	private final Network network;

	private final Hedging hedging;

	private final MonoSink<Connection> sink;

	private final ConnectionObserver observer;

	private final Itinerary itinerary;

	private final AttemptsInFlight attempts;

	/**
	 * A connection that was begun before the call, in place of the first attempt.
	 */
	private final @Nullable Spare spare;

	private int hedges;

	private @Nullable ConnectAttempt winner;

	private boolean over;

	private @Nullable Future<?> timer;

	ConnectRace(Exchange exchange, ConnectTarget target, Network network, Hedging hedging, @Nullable Spare spare,
			MonoSink<Connection> sink, ConnectionObserver observer) {
		this.exchange = exchange;
		this.target = target;
		this.network = network;
		this.hedging = hedging;
		this.spare = spare;
		this.sink = sink;
		this.observer = observer;
		this.itinerary = new Itinerary(network);
		this.attempts = new AttemptsInFlight(hedging.budget());
	}

	void begin() {
		this.target.loop().execute(() -> {
			if (this.over) {
				close(this.spare);
			}
			else if (this.spare != null && this.spare.isUsable()) {
				take(this.spare);
			}
			else {
				close(this.spare);
				takeNextRoute();
				scheduleHedge(0);
			}
		});
	}

	private void take(Spare spare) {
		this.itinerary.takes(spare.attempt().heading());
		this.attempts.add(spare.attempt());
		spare.moveTo(this, this.sink.contextView());
		scheduleHedge(spare.attempt().age().toNanos());
	}

	private static void close(@Nullable Spare spare) {
		if (spare != null) {
			spare.close();
		}
	}

	private void takeNextRoute() {
		Heading next = this.itinerary.next();
		if (next != null) {
			attempt(next);
		}
	}

	private void attempt(Heading heading) {
		ConnectAttempt attempt = new ConnectAttempt(this, heading, this.target, this.network, this.sink.contextView());
		this.attempts.add(attempt);
		attempt.begin();
	}

	/**
	 * Begin another connection after a while.
	 * @param elapsed what of that time has passed, in nanoseconds
	 */
	private void scheduleHedge(long elapsed) {
		Duration interval = this.hedging.intervalBefore(this.hedges);
		if (!this.over && !interval.isZero()) {
			long wait = Math.max(0, interval.toNanos() - elapsed);
			long due = System.nanoTime() + wait;
			this.timer = this.target.loop().schedule(() -> hedge(due), wait, TimeUnit.NANOSECONDS);
		}
	}

	private void hedge(long due) {
		if (this.over) {
			return;
		}
		if (System.nanoTime() - due < BUSY.toNanos() && this.attempts.makeRoom()) {
			this.hedges++;
			Heading other = this.itinerary.besides();
			attempt((other != null) ? other : this.attempts.another(this.hedges));
		}
		scheduleHedge(0);
	}

	@Override
	public void ready(ConnectAttempt attempt, Connection connection) {
		if (this.over) {
			attempt.giveUp();
			return;
		}
		this.winner = attempt;
		if (this.spare == null || this.spare.attempt() != attempt) {
			this.hedging.took(attempt.age());
		}
		this.attempts.overtakenBy(attempt).forEach(this.itinerary::overtaken);
		this.itinerary.arrived(attempt.heading());
		this.attempts.remove(attempt);
		end();
		if (this.exchange.carriedBy(attempt, connection.channel())) {
			attempt.carry(this.sink, this.observer);
		}
		else {
			attempt.giveUp();
		}
	}

	/**
	 * If another by the same route would not fare better or its time is over, the route
	 * has failed.
	 */
	@Override
	public void failed(ConnectAttempt attempt, Throwable failure) {
		if (attempt == this.winner) {
			this.exchange.fails(failure);
			return;
		}
		boolean routeFailed = FailureTranslator.isPermanent(failure)
				|| (FailureTranslator.isTimeout(failure) && this.attempts.isEldestByItsRoute(attempt));
		if (!this.attempts.remove(attempt)) {
			return;
		}
		attempt.giveUp();
		if (routeFailed || this.attempts.by(attempt.route()).isEmpty()) {
			this.attempts.by(attempt.route()).forEach(this.attempts::giveUp);
			this.itinerary.failed(attempt.heading(), this.network.failures().translate(failure, attempt.progress()));
			takeNextRoute();
			if (this.attempts.isEmpty()) {
				end();
				this.exchange.fails(this.itinerary.failure());
			}
		}
	}

	/**
	 * The call is given up. May be called on any thread.
	 */
	void giveUp() {
		this.target.loop().execute(this::end);
	}

	private void end() {
		this.over = true;
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		this.attempts.giveUpAll();
	}

	/**
	 * The attempt that tells how far the call has come, from any thread.
	 */
	@Nullable ConnectAttempt leader() {
		return this.attempts.eldest();
	}

	/**
	 * Say why the call as a whole has failed, from any thread.
	 * @param last what has ended it
	 */
	TransportException failure(TransportException last) {
		return this.itinerary.failure(last);
	}

}
