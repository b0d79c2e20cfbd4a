package io.github.telegramnopool.simulator.fault;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/**
 * The client of a plain forwarder asks for nothing and is told nothing.
 */
record PlainAnswer(Channel channel) implements TunnelAnswer {

	@Override
	public void accept(RelayHandler relay) {
		this.channel.pipeline().addLast(relay);
	}

	@Override
	public ChannelFuture refuse(TunnelFailure failure) {
		return this.channel.newSucceededFuture();
	}

}
