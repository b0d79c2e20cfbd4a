// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * How a protocol tells its client what became of the tunnel it asked for.
 */
interface TunnelAnswer {

	/**
	 * Say that the tunnel stands, and leave the pipeline to its bytes.
	 * @param relay what takes over
	 * @param words what to say instead, in HTTP
	 */
	void accept(ChannelHandler relay, @Nullable FailTunnel words);

	/**
	 * Say why there is no tunnel.
	 * @param failure why
	 * @param words what to say instead
	 * @return when it is said
	 */
	ChannelFuture refuse(TunnelFailure failure, @Nullable FailTunnel words);

	/**
	 * Whether the client says nothing before it is answered.
	 */
	default boolean isAwaited() {
		return true;
	}

}
