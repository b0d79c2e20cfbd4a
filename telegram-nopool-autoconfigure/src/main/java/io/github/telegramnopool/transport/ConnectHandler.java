// SPDX-License-Identifier: Apache-2.0
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

	private final ConnectAttempt attempt;

	ConnectHandler(ConnectAttempt attempt) {
		this.attempt = attempt;
	}

	@Override
	public void connect(ChannelHandlerContext context, SocketAddress remote, @Nullable SocketAddress local,
			ChannelPromise promise) {
		promise.addListener((future) -> {
			if (future.isSuccess()) {
				this.attempt.reaches(this.attempt.route().isProxied() ? Phase.PROXY : Phase.TLS);
			}
		});
		SocketAddress address = this.attempt.address();
		context.connect((address != null) ? address : remote, local, promise);
	}

}
