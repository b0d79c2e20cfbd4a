// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Closes a connection that its client has reset, without the warning that Reactor Netty
 * would log: here it is an everyday event.
 */
final class QuietReset extends ChannelInboundHandlerAdapter {

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
		if (cause instanceof IOException) {
			context.close();
		}
		else {
			super.exceptionCaught(context, cause);
		}
	}

}
