// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * Finds and reaches targets.
 */
final class TargetConnector {

	private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

	private final RouteTable routes;

	private final Executor resolver;

	TargetConnector(RouteTable routes, Executor resolver) {
		this.routes = routes;
		this.resolver = resolver;
	}

	/**
	 * Reach a target.
	 * @param loop where the connection and the outcome belong
	 */
	void connect(Target target, EventLoop loop, Outcome outcome) {
		if (this.routes.isDenied(target.host())) {
			outcome.failed(TunnelFailure.DENIED);
			return;
		}
		InetSocketAddress route = this.routes.find(target.host());
		if (route != null && !route.isUnresolved()) {
			connect(route, loop, outcome);
		}
		else {
			this.resolver.execute(() -> resolve((route != null) ? route.getHostString() : target.host(),
					(route != null) ? route.getPort() : target.port(), loop, outcome));
		}
	}

	/**
	 * Look a name up, off the event loop because the JVM blocks meanwhile.
	 */
	private static void resolve(String host, int port, EventLoop loop, Outcome outcome) {
		try {
			InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
			loop.execute(() -> connect(address, loop, outcome));
		}
		catch (UnknownHostException ex) {
			loop.execute(() -> outcome.failed(TunnelFailure.UNKNOWN_HOST));
		}
	}

	private static void connect(InetSocketAddress address, EventLoop loop, Outcome outcome) {
		new Bootstrap().group(loop)
			.channel(NioSocketChannel.class)
			.option(ChannelOption.AUTO_READ, false)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
			.handler(new ChannelInboundHandlerAdapter())
			.connect(address)
			.addListener((ChannelFutureListener) (connected) -> {
				if (connected.isSuccess()) {
					outcome.connected(connected.channel());
				}
				else {
					outcome.failed(TunnelFailure.of(connected.cause()));
				}
			});
	}

	/**
	 * What became of it.
	 */
	interface Outcome {

		void connected(Channel target);

		void failed(TunnelFailure failure);

	}

}
