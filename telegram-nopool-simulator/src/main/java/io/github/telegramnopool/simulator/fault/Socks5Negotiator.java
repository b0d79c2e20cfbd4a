// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.socksx.v5.DefaultSocks5CommandResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5InitialResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5PasswordAuthResponse;
import io.netty.handler.codec.socksx.v5.Socks5AddressType;
import io.netty.handler.codec.socksx.v5.Socks5AuthMethod;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequest;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5CommandStatus;
import io.netty.handler.codec.socksx.v5.Socks5CommandType;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequest;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5Message;
import io.netty.handler.codec.socksx.v5.Socks5PasswordAuthRequest;
import io.netty.handler.codec.socksx.v5.Socks5PasswordAuthRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5PasswordAuthStatus;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Speaks SOCKS5 (RFC 1928, with the credentials of RFC 1929) with a client.
 */
final class Socks5Negotiator extends SimpleChannelInboundHandler<Socks5Message> {

	private final ProxiedClient client;

	private final @Nullable ProxyLogin login;

	Socks5Negotiator(ProxiedClient client, @Nullable ProxyLogin login) {
		this.client = client;
		this.login = login;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, Socks5Message message) {
		if (message.decoderResult().isFailure()) {
			context.close();
		}
		else if (message instanceof Socks5InitialRequest request) {
			choose(context, request);
		}
		else if (message instanceof Socks5PasswordAuthRequest request) {
			authenticate(context, request);
		}
		else if (message instanceof Socks5CommandRequest request) {
			command(context, request);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

	private void choose(ChannelHandlerContext context, Socks5InitialRequest request) {
		Socks5AuthMethod wanted = (this.login != null) ? Socks5AuthMethod.PASSWORD : Socks5AuthMethod.NO_AUTH;
		if (!request.authMethods().contains(wanted)) {
			context.writeAndFlush(new DefaultSocks5InitialResponse(Socks5AuthMethod.UNACCEPTED))
				.addListener(ChannelFutureListener.CLOSE);
			return;
		}
		context.pipeline()
			.replace(Socks5InitialRequestDecoder.class, "next", (wanted == Socks5AuthMethod.PASSWORD)
					? new Socks5PasswordAuthRequestDecoder() : new Socks5CommandRequestDecoder());
		context.writeAndFlush(new DefaultSocks5InitialResponse(wanted));
	}

	private void authenticate(ChannelHandlerContext context, Socks5PasswordAuthRequest request) {
		if (this.login == null || !this.login.matches(request.username(), request.password())) {
			this.client.entry().credentials(TunnelRecord.Credentials.REJECTED);
			context.writeAndFlush(new DefaultSocks5PasswordAuthResponse(Socks5PasswordAuthStatus.FAILURE))
				.addListener(ChannelFutureListener.CLOSE);
			return;
		}
		this.client.entry().credentials(TunnelRecord.Credentials.ACCEPTED);
		context.pipeline().replace("next", "command", new Socks5CommandRequestDecoder());
		context.writeAndFlush(new DefaultSocks5PasswordAuthResponse(Socks5PasswordAuthStatus.SUCCESS));
	}

	private void command(ChannelHandlerContext context, Socks5CommandRequest request) {
		if (request.type() != Socks5CommandType.CONNECT) {
			answer(context, Socks5CommandStatus.COMMAND_UNSUPPORTED).addListener(ChannelFutureListener.CLOSE);
			return;
		}
		Target target = new Target(request.dstAddr(), request.dstPort(), type(request.dstAddrType()));
		this.client.connect(target, new Answer(context));
	}

	private static TunnelRecord.AddressType type(Socks5AddressType type) {
		if (type == Socks5AddressType.DOMAIN) {
			return TunnelRecord.AddressType.NAME;
		}
		return (type == Socks5AddressType.IPv6) ? TunnelRecord.AddressType.IPV6 : TunnelRecord.AddressType.IPV4;
	}

	private static ChannelFuture answer(ChannelHandlerContext context, Socks5CommandStatus status) {
		return context.writeAndFlush(new DefaultSocks5CommandResponse(status, Socks5AddressType.IPv4, "0.0.0.0", 0));
	}

	private record Answer(ChannelHandlerContext context) implements TunnelAnswer {

		@Override
		public void accept(ChannelHandler relay, @Nullable FailTunnel words) {
			answer(this.context, Socks5CommandStatus.SUCCESS);
			ChannelPipeline pipeline = this.context.pipeline();
			pipeline.replace(Socks5Negotiator.class, "relay", relay);
			pipeline.remove(Socks5CommandRequestDecoder.class);
			pipeline.remove(Socks5ServerEncoder.class);
		}

		@Override
		public ChannelFuture refuse(TunnelFailure failure, @Nullable FailTunnel words) {
			return answer(this.context,
					(words != null) ? Socks5CommandStatus.valueOf((byte) words.socks5()) : failure.socks5());
		}

	}

}
