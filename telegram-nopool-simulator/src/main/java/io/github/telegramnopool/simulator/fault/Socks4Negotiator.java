// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.socksx.v4.DefaultSocks4CommandResponse;
import io.netty.handler.codec.socksx.v4.Socks4CommandRequest;
import io.netty.handler.codec.socksx.v4.Socks4CommandStatus;
import io.netty.handler.codec.socksx.v4.Socks4CommandType;
import io.netty.handler.codec.socksx.v4.Socks4ServerDecoder;
import io.netty.handler.codec.socksx.v4.Socks4ServerEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Speaks SOCKS4 with a client, and SOCKS4a, which leaves names to the proxy.
 */
final class Socks4Negotiator extends SimpleChannelInboundHandler<Socks4CommandRequest> {

	private final ProxiedClient client;

	private final @Nullable ProxyLogin login;

	Socks4Negotiator(ProxiedClient client, @Nullable ProxyLogin login) {
		this.client = client;
		this.login = login;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, Socks4CommandRequest request) {
		if (request.decoderResult().isFailure() || request.type() != Socks4CommandType.CONNECT) {
			answer(context, Socks4CommandStatus.REJECTED_OR_FAILED).addListener(ChannelFutureListener.CLOSE);
		}
		else if (!isAllowed(request)) {
			answer(context, Socks4CommandStatus.IDENTD_AUTH_FAILURE).addListener(ChannelFutureListener.CLOSE);
		}
		else {
			this.client.connect(Target.of(request.dstAddr(), request.dstPort()), new Answer(context));
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

	private boolean isAllowed(Socks4CommandRequest request) {
		boolean allowed = this.login == null || this.login.matchesUser(request.userId());
		if (!request.userId().isEmpty()) {
			this.client.entry()
				.credentials(allowed ? TunnelRecord.Credentials.ACCEPTED : TunnelRecord.Credentials.REJECTED);
		}
		return allowed;
	}

	private static ChannelFuture answer(ChannelHandlerContext context, Socks4CommandStatus status) {
		return context.writeAndFlush(new DefaultSocks4CommandResponse(status));
	}

	private record Answer(ChannelHandlerContext context) implements TunnelAnswer {

		@Override
		public void accept(ChannelHandler relay, @Nullable FailTunnel words) {
			answer(this.context, Socks4CommandStatus.SUCCESS);
			ChannelPipeline pipeline = this.context.pipeline();
			pipeline.replace(Socks4Negotiator.class, "relay", relay);
			pipeline.remove(Socks4ServerDecoder.class);
			pipeline.remove(Socks4ServerEncoder.class);
		}

		@Override
		public ChannelFuture refuse(TunnelFailure failure, @Nullable FailTunnel words) {
			return answer(this.context, Socks4CommandStatus.REJECTED_OR_FAILED);
		}

	}

}
