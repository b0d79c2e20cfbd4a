package io.github.telegramnopool.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Stands next to the socket: resolves the name of the proxy, anew for each connection and
 * off the event loop, and notes when TCP is up.
 */
final class ConnectHandler extends ChannelOutboundHandlerAdapter {

	private final ConnectAttempt attempt;

	private final boolean proxied;

	private final Executor resolver;

	ConnectHandler(ConnectAttempt attempt, boolean proxied, Executor resolver) {
		this.attempt = attempt;
		this.proxied = proxied;
		this.resolver = resolver;
	}

	@Override
	public void connect(ChannelHandlerContext context, SocketAddress remote, SocketAddress local,
			ChannelPromise promise) {
		if (remote instanceof InetSocketAddress address && address.isUnresolved()) {
			this.attempt.reaches(Phase.DNS);
			this.resolver.execute(() -> resolve(context, address, local, promise));
		}
		else {
			open(context, remote, local, promise);
		}
	}

	private void resolve(ChannelHandlerContext context, InetSocketAddress remote, SocketAddress local,
			ChannelPromise promise) {
		try {
			InetAddress resolved = InetAddress.getByName(remote.getHostString());
			InetSocketAddress address = new InetSocketAddress(resolved, remote.getPort());
			context.executor().execute(() -> open(context, address, local, promise));
		}
		catch (UnknownHostException ex) {
			promise.tryFailure(ex);
		}
	}

	private void open(ChannelHandlerContext context, SocketAddress remote, SocketAddress local,
			ChannelPromise promise) {
		this.attempt.reaches(Phase.TCP);
		promise.addListener((future) -> {
			if (future.isSuccess()) {
				this.attempt.reaches(this.proxied ? Phase.PROXY : Phase.TLS);
			}
		});
		context.connect(remote, local, promise);
	}

}
