package io.github.telegramnopool.simulator.fault;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One client of the proxy, from its first byte to the end of its tunnel. Runs on the
 * event loop.
 */
final class ProxiedClient {

	private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

	private final Channel channel;

	private final TunnelEntry entry;

	private final RouteTable routes;

	private final Executor resolver;

	private @Nullable Tunnel tunnel;

	private boolean frozen;

	ProxiedClient(Channel channel, TunnelEntry entry, RouteTable routes, Executor resolver) {
		this.channel = channel;
		this.entry = entry;
		this.routes = routes;
		this.resolver = resolver;
	}

	TunnelEntry entry() {
		return this.entry;
	}

	/**
	 * Connect to a target and make the tunnel.
	 */
	void connect(Target target, TunnelAnswer answer) {
		this.entry.asksFor(target);
		this.channel.config().setAutoRead(false);
		if (this.entry.fault() instanceof Fault.FailTunnel) {
			refuse(answer, TunnelFailure.OTHER);
			return;
		}
		if (this.routes.isDenied(target.host())) {
			refuse(answer, TunnelFailure.DENIED);
			return;
		}
		InetSocketAddress route = this.routes.find(target.host());
		if (route != null && !route.isUnresolved()) {
			connect(route, answer);
		}
		else {
			this.resolver.execute(() -> resolve((route != null) ? route.getHostString() : target.host(),
					(route != null) ? route.getPort() : target.port(), answer));
		}
	}

	void connect(InetSocketAddress address, TunnelAnswer answer) {
		new Bootstrap().group(this.channel.eventLoop())
			.channel(NioSocketChannel.class)
			.option(ChannelOption.AUTO_READ, false)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
			.handler(new ChannelInboundHandlerAdapter())
			.connect(address)
			.addListener((ChannelFutureListener) (connected) -> connected(connected, answer));
	}

	void freeze() {
		this.frozen = true;
		if (this.tunnel != null) {
			this.tunnel.freeze();
		}
		else {
			this.channel.pipeline().addFirst(new IgnoringHandler());
			this.channel.config().setAutoRead(true);
		}
	}

	void reset() {
		Sockets.reset(this.channel);
		if (this.tunnel != null) {
			this.tunnel.reset();
		}
	}

	void close() {
		this.channel.close();
		if (this.tunnel != null) {
			this.tunnel.close();
		}
	}

	/**
	 * Look a name up, off the event loop because the JVM blocks meanwhile.
	 */
	private void resolve(String host, int port, TunnelAnswer answer) {
		try {
			InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
			this.channel.eventLoop().execute(() -> connect(address, answer));
		}
		catch (UnknownHostException ex) {
			this.channel.eventLoop().execute(() -> refuse(answer, TunnelFailure.UNKNOWN_HOST));
		}
	}

	private void connected(ChannelFuture connected, TunnelAnswer answer) {
		if (!connected.isSuccess()) {
			refuse(answer, TunnelFailure.of(connected.cause()));
			return;
		}
		if (!this.channel.isActive() || this.frozen) {
			connected.channel().close();
			return;
		}
		Tunnel tunnel = new Tunnel(this.channel, connected.channel(), this.entry);
		this.tunnel = tunnel;
		connected.channel().pipeline().addLast(new RelayHandler(tunnel, Direction.DOWN));
		answer.accept(new RelayHandler(tunnel, Direction.UP));
		tunnel.open();
	}

	private void refuse(TunnelAnswer answer, TunnelFailure failure) {
		if (this.frozen) {
			return;
		}
		answer.refuse(failure).addListener(ChannelFutureListener.CLOSE);
	}

}
