// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * The client of a plain forwarder asks for nothing and is told nothing.
 */
record PlainAnswer(Channel channel) implements TunnelAnswer {

	@Override
	public void accept(ChannelHandler relay, @Nullable FailTunnel words) {
		this.channel.pipeline().addLast(relay);
	}

	@Override
	public ChannelFuture refuse(TunnelFailure failure, @Nullable FailTunnel words) {
		return this.channel.newSucceededFuture();
	}

	@Override
	public boolean isAwaited() {
		return false;
	}

}
