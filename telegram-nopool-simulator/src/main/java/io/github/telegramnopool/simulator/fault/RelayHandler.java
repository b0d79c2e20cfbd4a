// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Brings what one end of a tunnel does to the tunnel.
 */
final class RelayHandler extends ChannelInboundHandlerAdapter {

	private final Tunnel tunnel;

	private final Direction flow;

	RelayHandler(Tunnel tunnel, Direction flow) {
		this.tunnel = tunnel;
		this.flow = flow;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.tunnel.read(this.flow, (ByteBuf) message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.tunnel.closed(this.flow);
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext context) {
		this.tunnel.balance();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		this.tunnel.wasReset(this.flow);
		context.close();
	}

}
