// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.socksx.v4.Socks4ServerDecoder;
import io.netty.handler.codec.socksx.v4.Socks4ServerEncoder;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Tells SOCKS4, SOCKS5 and HTTP apart by the first byte.
 */
final class ProtocolDetector extends ByteToMessageDecoder {

	private static final byte SOCKS4 = 4;

	private static final byte SOCKS5 = 5;

	private final ProxiedClient client;

	private final @Nullable ProxyLogin login;

	ProtocolDetector(ProxiedClient client, @Nullable ProxyLogin login) {
		this.client = client;
		this.login = login;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		if (!in.isReadable()) {
			return;
		}
		ChannelPipeline pipeline = context.pipeline();
		byte first = in.getByte(in.readerIndex());
		if (first == SOCKS4) {
			this.client.entry().speaks(TunnelRecord.Protocol.SOCKS4);
			pipeline.addLast(Socks4ServerEncoder.INSTANCE, new Socks4ServerDecoder(),
					new Socks4Negotiator(this.client, this.login));
		}
		else if (first == SOCKS5) {
			this.client.entry().speaks(TunnelRecord.Protocol.SOCKS5);
			pipeline.addLast(Socks5ServerEncoder.DEFAULT, new Socks5InitialRequestDecoder(),
					new Socks5Negotiator(this.client, this.login));
		}
		else {
			this.client.entry().speaks(TunnelRecord.Protocol.HTTP);
			pipeline.addLast(new HttpRequestDecoder(), new HttpNegotiator(this.client, this.login));
		}
		pipeline.remove(this);
	}

	/**
	 * A client may think better of it before its first byte.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
