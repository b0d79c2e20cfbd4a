// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;

/**
 * The two ways for a connection to end.
 */
final class Sockets {

	private Sockets() {
	}

	/**
	 * End it with a RST and drop what is not sent: the kernel does so for a socket that
	 * lingers zero seconds.
	 */
	static void reset(Channel channel) {
		if (channel.isOpen()) {
			channel.config().setOption(ChannelOption.SO_LINGER, 0);
			channel.close();
		}
	}

	/**
	 * End it with a FIN behind everything that was written.
	 */
	static void closeGently(Channel channel) {
		channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
	}

}
