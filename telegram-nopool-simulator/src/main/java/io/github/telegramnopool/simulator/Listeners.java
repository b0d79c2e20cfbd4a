// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ImmediateEventExecutor;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * The open listeners and all that they accepted.
 * <p>
 * One event loop does everything, the accepting included: so a connection that a client
 * closes before it opens the next is also seen in this order, and two polls after each
 * other never look like two at once.
 */
final class Listeners {

	static final AttributeKey<TrackedConnection> CONNECTION = AttributeKey.valueOf(Listeners.class, "connection");

	private static final int MAX_HEAD = 256 * 1024;

	/**
	 * As {@code HttpServer::accept} of the official server has it.
	 */
	private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(500);

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

	private final LoopResources loops = LoopResources.create("telegram-simulator", 1, true);

	private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

	private final List<DisposableServer> servers = new ArrayList<>();

	private final ConnectionLog connections;

	private final RequestRouter router;

	Listeners(ConnectionLog connections, RequestRouter router) {
		this.connections = connections;
		this.router = router;
	}

	/**
	 * Open one more listener.
	 * @return its port
	 */
	int open(String host, int port, boolean tls, UnaryOperator<HttpServer> customizer) {
		HttpServer server = customizer.apply(HttpServer.create())
			.host(host)
			.port(port)
			.runOn(this.loops, false)
			.protocol(HttpProtocol.HTTP11)
			.idleTimeout(IDLE_TIMEOUT)
			.httpRequestDecoder((spec) -> spec.maxInitialLineLength(MAX_HEAD).maxHeaderSize(MAX_HEAD))
			.doOnChannelInit((observer, channel, remote) -> track(channel, tls))
			.handle(this.router);
		try {
			DisposableServer opened = server.bindNow();
			this.servers.add(opened);
			return ((InetSocketAddress) opened.address()).getPort();
		}
		catch (ChannelBindException ex) {
			throw new IllegalStateException(
					"The simulator cannot listen on " + host + ":" + port + ". Choose a free port, or 0 for any.", ex);
		}
	}

	void close() {
		this.servers.forEach((server) -> server.disposeNow(STOP_TIMEOUT));
		this.channels.close().awaitUninterruptibly(STOP_TIMEOUT.toMillis());
		this.loops.disposeLater(Duration.ZERO, STOP_TIMEOUT).block(STOP_TIMEOUT.plusSeconds(1));
	}

	private void track(Channel channel, boolean tls) {
		TrackedConnection connection = this.connections.opened(tls);
		channel.attr(CONNECTION).set(connection);
		this.channels.add(channel);
		channel.pipeline().addFirst(new QuietReset());
		channel.closeFuture().addListener((ChannelFutureListener) (closed) -> this.connections.closed(connection));
	}

}
