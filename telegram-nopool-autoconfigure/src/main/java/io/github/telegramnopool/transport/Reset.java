package io.github.telegramnopool.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;

/**
 * Closes a connection by a reset, after which no port waits. What is still on its way is
 * lost, so nothing may be: either no request was written, or the answer was read wholly.
 */
final class Reset {

	private Reset() {
	}

	static void of(Channel channel) {
		if (channel.isOpen()) {
			channel.eventLoop().execute(() -> forgetUnsent(channel));
			ConnectAttempt.close(channel);
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
