package io.github.telegramnopool.transport;

import java.net.SocketAddress;
import java.util.function.Supplier;

import io.netty.resolver.AddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;
import reactor.util.context.Context;

/**
 * How a connection comes to be: a new one for each call, never one that was used.
 * <p>
 * What happens to it is told to the call's {@link Exchange} alone. Reactor Netty's own
 * observer would log each failure with its stack trace, in an outage some thousand times.
 */
final class FreshConnections implements ConnectionProvider {

	private final ConnectionProvider provider = ConnectionProvider.newConnection();

	@Override
	public Mono<? extends Connection> acquire(TransportConfig config, ConnectionObserver observer,
			@Nullable Supplier<? extends SocketAddress> remoteAddress,
			@Nullable AddressResolverGroup<?> resolverGroup) {
		Exchange.from(observer.currentContext()).reaches(Phase.TCP);
		return this.provider.acquire(config, new ExchangeObserver(observer), remoteAddress, resolverGroup);
	}

	@Override
	public int maxConnections() {
		return this.provider.maxConnections();
	}

	private static final class ExchangeObserver implements ConnectionObserver {

		private final ConnectionObserver observer;

		ExchangeObserver(ConnectionObserver observer) {
			this.observer = observer;
		}

		@Override
		public Context currentContext() {
			return this.observer.currentContext();
		}

		@Override
		public void onStateChange(Connection connection, State state) {
			this.observer.onStateChange(connection, state);
		}

		@Override
		public void onUncaughtException(Connection connection, Throwable failure) {
			Exchange.from(currentContext()).fails(failure);
		}

	}

}
