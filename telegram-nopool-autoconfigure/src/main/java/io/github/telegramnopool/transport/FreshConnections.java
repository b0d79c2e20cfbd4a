// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.SocketAddress;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;

/**
 * How a connection comes to be: a new one for each call, never one that was used.
 */
final class FreshConnections implements ConnectionProvider {

	static final int MOST_HEDGES = 16;

	private final Network network;

	private final Hedging hedging;

	private final SpareConnections spares;

	FreshConnections(Network network, SpareConnections spares) {
		this.network = network;
		this.spares = spares;
		this.hedging = new Hedging(network.settings().hedgeAfter(), new Semaphore(MOST_HEDGES));
	}

	@Override
	public Mono<? extends Connection> acquire(TransportConfig config, ConnectionObserver observer,
			@Nullable Supplier<? extends SocketAddress> remoteAddress,
			@Nullable AddressResolverGroup<?> resolverGroup) {
		return Mono.<Connection>create((sink) -> {
			SocketAddress remote = Objects.requireNonNull(remoteAddress).get();
			Spare spare = this.spares.take();
			EventLoop loop = (spare != null) ? spare.loop()
					: config.loopResources().onClient(config.isPreferNative()).next();
			race(new ConnectTarget(config, Objects.requireNonNull(remote), Objects.requireNonNull(resolverGroup), loop),
					spare, sink, observer);
		});
	}

	private void race(ConnectTarget target, @Nullable Spare spare, MonoSink<Connection> sink,
			ConnectionObserver observer) {
		Exchange exchange = Exchange.from(sink.contextView());
		ConnectRace race = new ConnectRace(exchange, target, this.network, this.hedging, spare, sink, observer);
		exchange.races(race);
		race.begin();
	}

	@Override
	public int maxConnections() {
		return 1;
	}

}
