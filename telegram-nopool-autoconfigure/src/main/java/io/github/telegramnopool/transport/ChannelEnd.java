// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;

/**
 * The two ways in which we end a connection by ourselves. May be called on any thread.
 */
final class ChannelEnd {

	private ChannelEnd() {
	}

	/**
	 * Close past the TLS handler, which would wait for a tunnel that may never come
	 * before it says goodbye.
	 */
	static void close(Channel channel) {
		if (!channel.isOpen()) {
			return;
		}
		channel.eventLoop().execute(() -> {
			ChannelHandlerContext first = channel.pipeline().firstContext();
			if (first != null) {
				first.close();
			}
			else {
				channel.close();
			}
		});
	}

	/**
	 * Close by a reset, after which no port waits. What is still on its way is lost, so
	 * nothing may be: either no request was written, or the answer was read wholly.
	 */
	static void reset(Channel channel) {
		if (channel.isOpen()) {
			channel.eventLoop().execute(() -> forgetUnsent(channel));
			close(channel);
		}
	}

	private static void forgetUnsent(Channel channel) {
		try {
			channel.config().setOption(ChannelOption.SO_LINGER, 0);
		}
		catch (ChannelException ex) {
			// The peer has ended it just now
		}
	}

}
