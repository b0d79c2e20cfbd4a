package io.github.telegramnopool.transport;

import java.net.SocketAddress;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Stands next to the socket: connects to the address that was found for this connection,
 * and notes when TCP is up.
 */
final class ConnectHandler extends ChannelOutboundHandlerAdapter {

	private final Exchange exchange;

	ConnectHandler(Exchange exchange) {
		this.exchange = exchange;
	}

	@Override
	public void connect(ChannelHandlerContext context, SocketAddress remote, @Nullable SocketAddress local,
			ChannelPromise promise) {
		promise.addListener((future) -> {
			if (future.isSuccess()) {
				this.exchange.reaches(this.exchange.isProxied() ? Phase.PROXY : Phase.TLS);
			}
		});
		SocketAddress address = this.exchange.address();
		context.connect((address != null) ? address : remote, local, promise);
	}

}
