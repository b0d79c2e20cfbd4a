// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledges at once what comes through a proxy. A small one, such as microsocks, keeps
 * the end of what it relays until the beginning is acknowledged (Nagle's algorithm),
 * which Linux delays by 40 ms.
 * <p>
 * The operating system soon goes back to its habit, so it is told again after each read.
 * Only Linux can be told; elsewhere nothing happens.
 */
@Sharable
final class PromptAcks extends ChannelInboundHandlerAdapter {

	private static final String QUICK_ACK = "TCP_QUICKACK";

	private volatile @Nullable ChannelOption<Boolean> option;

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		if (this.option == null) {
			this.option = find(context.channel());
		}
	}

	/**
	 * By its name, since each kind of channel has an option of its own, in classes that
	 * need not be there.
	 */
	@SuppressWarnings("unchecked")
	private static @Nullable ChannelOption<Boolean> find(Channel channel) {
		return (ChannelOption<Boolean>) channel.config()
			.getOptions()
			.keySet()
			.stream()
			.filter((option) -> option.name().endsWith(QUICK_ACK))
			.findFirst()
			.orElse(null);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		ChannelOption<Boolean> option = this.option;
		if (option != null && context.channel().isOpen()) {
			acknowledge(context.channel(), option);
		}
		context.fireChannelReadComplete();
	}

	private static void acknowledge(Channel channel, ChannelOption<Boolean> option) {
		try {
			channel.config().setOption(option, true);
		}
		catch (ChannelException ex) {
			// A sandbox that is not quite Linux: then it takes the time that it takes
		}
	}

}
