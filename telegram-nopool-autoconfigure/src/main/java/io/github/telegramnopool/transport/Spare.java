// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A connection that is begun before there is a call for it. It is taken once, or closed
 * when it is too old.
 * <p>
 * Used on its event loop only.
 */
final class Spare implements AttemptOwner {

	private final ConnectAttempt attempt;

	private final EventLoop loop;

	private final Consumer<Spare> end;

	private final Future<?> expiry;

	/**
	 * Seen from other threads, too.
	 */
	private volatile @Nullable Connection connection;

	private boolean over;

	/**
	 * Create a spare.
	 * @param end what to tell when it can't be taken any more
	 */
	Spare(Heading heading, ConnectTarget target, Network network, Consumer<Spare> end) {
		this.loop = target.loop();
		this.end = end;
		this.attempt = new ConnectAttempt(this, heading, target, network, Context.empty());
		this.expiry = this.loop.schedule(this::close, SpareConnections.LONGEST_AGE.toNanos(), TimeUnit.NANOSECONDS);
	}

	void begin() {
		this.loop.execute(() -> {
			if (!this.over) {
				this.attempt.begin();
			}
		});
	}

	EventLoop loop() {
		return this.loop;
	}

	ConnectAttempt attempt() {
		return this.attempt;
	}

	@Override
	public void ready(ConnectAttempt attempt, Connection connection) {
		this.connection = connection;
		attempt.rests();
	}

	@Override
	public void failed(ConnectAttempt attempt, Throwable failure) {
		close();
	}

	boolean isUsable() {
		return !this.over && (this.connection == null || isReady());
	}

	/**
	 * Whether it could carry a request at once, as far as is known on any thread.
	 */
	boolean isReady() {
		Connection connection = this.connection;
		return connection != null && connection.channel().isActive();
	}

	/**
	 * Whether it was begun so long before another.
	 */
	boolean isElderBy(Duration time, Spare other) {
		return this.attempt.age().minus(other.attempt.age()).compareTo(time) >= 0;
	}

	/**
	 * Let another have the attempt, who is told at once if the connection is ready.
	 */
	void moveTo(AttemptOwner owner, ContextView context) {
		this.over = true;
		this.expiry.cancel(false);
		this.attempt.moveTo(owner, context);
		Connection connection = this.connection;
		if (connection != null) {
			owner.ready(this.attempt, connection);
		}
	}

	/**
	 * Close it, if nobody has taken it.
	 */
	void close() {
		if (!this.over) {
			this.over = true;
			this.expiry.cancel(false);
			this.attempt.giveUp();
			this.end.accept(this);
		}
	}

}
