// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Stands below TLS and keeps a ChangeCipherSpec record until the client's next record,
 * which always follows. TLS 1.3 has it for old middleboxes only, and the JDK would send
 * it as a packet of its own: a proxy with Nagle's algorithm keeps what follows until the
 * server acknowledges that, which it delays by 40 ms.
 */
final class CipherChangeHold extends ChannelOutboundHandlerAdapter {

	private static final int CHANGE_CIPHER_SPEC = 20;

	private static final int LENGTH = 6;

	private boolean held;

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.held = message instanceof ByteBuf record && record.readableBytes() == LENGTH
				&& record.getByte(record.readerIndex()) == CHANGE_CIPHER_SPEC;
		context.write(message, promise);
	}

	@Override
	public void flush(ChannelHandlerContext context) {
		if (!this.held) {
			context.flush();
		}
	}

}
