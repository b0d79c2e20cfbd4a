package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;

/**
 * Makes the connection of one call. As long as none is ready to carry the request,
 * another is begun, at growing intervals; the first to be ready carries it, and the
 * others are closed without a byte of it written.
 * <p>
 * The eldest attempt keeps all the time that its phases have: a path that is slow is not
 * worse off for the others. It alone decides when time is over. All attempts share an
 * event loop, so nothing here needs a lock.
 */
final class ConnectRace {

	private static final int MOST_IN_FLIGHT = 3;

	/**
	 * An event loop that is later than this has too much to do already: it is not the
	 * path that is slow.
	 */
	private static final Duration BUSY = Duration.ofMillis(50);

	private final Exchange exchange;

	private final ConnectTarget target;

	private final EventLoop loop;

	private final Hedging hedging;

	private final MonoSink<Connection> sink;

	private final ConnectionObserver observer;

	/**
	 * In flight, the eldest first.
	 */
	private final List<ConnectAttempt> attempts = new ArrayList<>();

	private volatile @Nullable ConnectAttempt eldest;

	private int hedges;

	private @Nullable ConnectAttempt winner;

	private boolean over;

	private @Nullable Future<?> timer;

	ConnectRace(Exchange exchange, ConnectTarget target, EventLoop loop, Hedging hedging, MonoSink<Connection> sink,
			ConnectionObserver observer) {
		this.exchange = exchange;
		this.target = target;
		this.loop = loop;
		this.hedging = hedging;
		this.sink = sink;
		this.observer = observer;
	}

	void begin() {
		this.loop.execute(() -> {
			if (!this.over) {
				attempt();
				scheduleHedge();
			}
		});
	}

	private void attempt() {
		ConnectAttempt attempt = new ConnectAttempt(this, this.sink.contextView());
		this.attempts.add(attempt);
		this.eldest = this.attempts.get(0);
		attempt.begin(this.target, this.loop);
	}

	private void scheduleHedge() {
		Duration interval = this.hedging.intervalBefore(this.hedges);
		if (!this.over && !interval.isZero()) {
			long due = System.nanoTime() + interval.toNanos();
			this.timer = this.loop.schedule(() -> hedge(due), interval.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void hedge(long due) {
		if (this.over) {
			return;
		}
		if (System.nanoTime() - due < BUSY.toNanos()) {
			hedge();
		}
		scheduleHedge();
	}

	private void hedge() {
		if (this.attempts.size() == MOST_IN_FLIGHT) {
			// Not the eldest, whose time is its own
			giveUp(this.attempts.get(1));
		}
		if (this.hedging.budget().take()) {
			this.hedges++;
			attempt();
		}
	}

	/**
	 * Let go of an attempt. All but one of those in flight count against the budget.
	 * @return {@code false} if it is not in flight
	 */
	private boolean remove(ConnectAttempt attempt) {
		boolean removed = this.attempts.remove(attempt);
		if (removed && !this.attempts.isEmpty()) {
			this.hedging.budget().giveBack();
		}
		return removed;
	}

	private void giveUp(ConnectAttempt attempt) {
		remove(attempt);
		attempt.giveUp();
	}

	/**
	 * Note that a connection could carry the request.
	 */
	void ready(ConnectAttempt attempt, Connection connection) {
		if (this.over) {
			attempt.giveUp();
			return;
		}
		this.winner = attempt;
		remove(attempt);
		end();
		if (this.exchange.carriedBy(attempt, connection.channel())) {
			attempt.carry(this.sink, this.observer);
		}
		else {
			attempt.giveUp();
		}
	}

	/**
	 * Note the end of a connection, made or not. It ends the race if no other is in
	 * flight, if another would not fare better, or if the eldest has used up its time.
	 */
	void failed(ConnectAttempt attempt, Throwable failure) {
		if (attempt == this.winner) {
			this.exchange.fails(failure);
			return;
		}
		boolean timeUp = attempt == this.eldest && isTimeout(failure);
		if (!remove(attempt)) {
			return;
		}
		attempt.giveUp();
		if (timeUp || this.attempts.isEmpty() || FailureTranslator.isPermanent(failure)) {
			end();
			this.exchange.failsBefore(attempt, failure);
		}
		else {
			this.eldest = this.attempts.get(0);
		}
	}

	/**
	 * The call is given up. May be called on any thread.
	 */
	void giveUp() {
		this.loop.execute(this::end);
	}

	private void end() {
		this.over = true;
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		List.copyOf(this.attempts).forEach(this::giveUp);
	}

	/**
	 * The attempt that tells how far the call has come, from any thread.
	 */
	@Nullable ConnectAttempt eldest() {
		return this.eldest;
	}

	private static boolean isTimeout(Throwable failure) {
		return FailureTranslator.find(failure, ConnectTimeoutException.class) != null
				|| FailureTranslator.find(failure, SslHandshakeTimeoutException.class) != null
				|| ProxyAnswer.isTimeout(failure);
	}

}
