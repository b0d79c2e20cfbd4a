package io.github.telegramnopool.simulator.fault;

import io.netty.channel.ChannelFuture;

/**
 * How a protocol tells its client what became of the tunnel it asked for.
 */
interface TunnelAnswer {

	/**
	 * Say that the tunnel stands, and leave the pipeline to its bytes.
	 * @param relay what takes over
	 */
	void accept(RelayHandler relay);

	/**
	 * Say why there is no tunnel.
	 * @return when it is said
	 */
	ChannelFuture refuse(TunnelFailure failure);

}
