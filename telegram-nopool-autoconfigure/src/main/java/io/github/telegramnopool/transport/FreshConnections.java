package io.github.telegramnopool.transport;

import java.net.SocketAddress;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

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

	FreshConnections(Network network) {
		this.network = network;
		this.hedging = new Hedging(network.settings().hedgeAfter(), new Semaphore(MOST_HEDGES));
	}

	@Override
	public Mono<? extends Connection> acquire(TransportConfig config, ConnectionObserver observer,
			@Nullable Supplier<? extends SocketAddress> remoteAddress,
			@Nullable AddressResolverGroup<?> resolverGroup) {
		return Mono.<Connection>create((sink) -> {
			SocketAddress remote = Objects.requireNonNull(remoteAddress).get();
			race(new ConnectTarget(config, Objects.requireNonNull(remote), Objects.requireNonNull(resolverGroup),
					config.loopResources().onClient(config.isPreferNative()).next()), sink, observer);
		});
	}

	private void race(ConnectTarget target, MonoSink<Connection> sink, ConnectionObserver observer) {
		Exchange exchange = Exchange.from(sink.contextView());
		ConnectRace race = new ConnectRace(exchange, target, this.network, this.hedging, sink, observer);
		exchange.races(race);
		race.begin();
	}

	@Override
	public int maxConnections() {
		return 1;
	}

}
