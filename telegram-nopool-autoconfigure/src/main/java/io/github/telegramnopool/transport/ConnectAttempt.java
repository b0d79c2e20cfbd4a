// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One connection that is being made for a call. What becomes of it is kept from Reactor
 * Netty until it is ready and chosen: a connection that is not chosen was never there.
 * <p>
 * Used on its event loop only, but for its phase.
 */
final class ConnectAttempt implements ConnectionObserver {

	private AttemptOwner owner;

	private final Heading heading;

	private volatile Context context;

	private final AddressWalk walk;

	private final long begun = System.nanoTime();

	private volatile PhaseClock clock = new PhaseClock();

	private volatile Phase phase = Phase.DNS;

	private boolean tunnelOpen;

	private boolean givenUp;

	private @Nullable Channel channel;

	private @Nullable Connection connected;

	private @Nullable Connection configured;

	private @Nullable Carriage carriage;

	private final Future<?> timer;

	/**
	 * Create an attempt.
	 * @param owner who waits for it
	 * @param heading where it goes
	 * @param context the call's context, if there is a call yet, in which handlers of the
	 * channel find the attempt
	 */
	ConnectAttempt(AttemptOwner owner, Heading heading, ConnectTarget target, Network network, ContextView context) {
		this.owner = owner;
		this.heading = heading;
		this.context = Context.of(context).put(ConnectAttempt.class, this);
		this.walk = new AddressWalk(this, target, network.addresses(),
				heading.route().peer(network.settings().baseUrl()));
		this.tunnelOpen = !heading.route().isProxied();
		this.timer = target.loop()
			.schedule(() -> fails(new OverdueException(heading.patience())), heading.patience().toNanos(),
					TimeUnit.NANOSECONDS);
	}

	/**
	 * The attempt that a channel is opened for.
	 */
	static ConnectAttempt from(ContextView context) {
		return context.get(ConnectAttempt.class);
	}

	void begin() {
		this.walk.begin();
	}

	/**
	 * Note the channel. There may be several, one after the other, if a name has several
	 * addresses.
	 */
	void opens(Channel channel) {
		this.channel = channel;
		if (this.givenUp) {
			ChannelEnd.reset(channel);
		}
	}

	void reaches(Phase phase) {
		this.clock.begins(phase);
		this.phase = phase;
	}

	/**
	 * Note that the tunnel stands. Without TLS Reactor Netty takes the proxy for Telegram
	 * and is ready before.
	 */
	void tunnelOpens() {
		reaches(Phase.TLS);
		this.tunnelOpen = true;
		readyOnceConfigured();
	}

	Heading heading() {
		return this.heading;
	}

	Route route() {
		return this.heading.route();
	}

	@Nullable InetSocketAddress address() {
		return this.walk.address();
	}

	Phase phase() {
		return this.phase;
	}

	PhaseClock clock() {
		return this.clock;
	}

	Progress progress() {
		this.clock.ends();
		return new Progress(this.phase, false, route(), this.clock.times());
	}

	/**
	 * The call that the connection is for, or {@code null} if there is none yet.
	 */
	@Nullable Exchange exchange() {
		return this.context.<Exchange>getOrEmpty(Exchange.class).orElse(null);
	}

	/**
	 * Wait for a call, now that the connection is ready. It is read meanwhile, so that
	 * its end is noticed, and what the server sends after the handshake is taken.
	 */
	void rests() {
		this.timer.cancel(false);
		this.clock = new PhaseClock();
		if (this.channel != null) {
			this.channel.config().setAutoRead(true);
		}
	}

	/**
	 * Go on for a call.
	 */
	void moveTo(AttemptOwner owner, ContextView context) {
		this.owner = owner;
		this.context = Context.of(context).put(ConnectAttempt.class, this);
		if (this.channel != null) {
			this.channel.config().setAutoRead(false);
		}
	}

	Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.begun);
	}

	boolean isGivenUp() {
		return this.givenUp;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onStateChange(Connection connection, State state) {
		if (this.carriage != null) {
			this.carriage.changes(connection, state);
		}
		else if (state == State.CONNECTED) {
			this.connected = connection;
		}
		else if (state == State.CONFIGURED) {
			this.configured = connection;
			readyOnceConfigured();
		}
		else if (state == State.DISCONNECTING) {
			fails(new ClosedChannelException());
		}
	}

	private void readyOnceConfigured() {
		if (this.configured != null && this.tunnelOpen && this.carriage == null && !this.givenUp) {
			this.owner.ready(this, this.configured);
		}
	}

	/**
	 * Let the connection carry the call's request, which is written before this returns.
	 */
	void carry(MonoSink<Connection> sink, ConnectionObserver observer) {
		Carriage carriage = new Carriage(observer, Exchange.from(this.context));
		this.carriage = carriage;
		this.timer.cancel(false);
		this.walk.arrived();
		if (this.connected != null && this.configured != null) {
			carriage.changes(this.connected, State.CONNECTED);
			sink.success(this.configured);
			carriage.changes(this.configured, State.CONFIGURED);
		}
	}

	/**
	 * Reactor Netty's own observer would log each failure with its stack trace, in an
	 * outage some thousand times.
	 */
	@Override
	public void onUncaughtException(Connection connection, Throwable failure) {
		fails(failure);
	}

	void fails(Throwable failure) {
		this.owner.failed(this, failure);
	}

	/**
	 * Give the attempt up, which has carried nothing. If its channel is not open yet, it
	 * will be closed then.
	 */
	void giveUp() {
		this.givenUp = true;
		this.timer.cancel(false);
		if (this.channel != null) {
			ChannelEnd.reset(this.channel);
		}
	}

}
