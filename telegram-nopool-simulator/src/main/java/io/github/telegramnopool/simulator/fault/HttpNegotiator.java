// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.CharsetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP {@code CONNECT} with a client.
 */
final class HttpNegotiator extends SimpleChannelInboundHandler<HttpObject> {

	private final ProxiedClient client;

	private final @Nullable ProxyLogin login;

	HttpNegotiator(ProxiedClient client, @Nullable ProxyLogin login) {
		this.client = client;
		this.login = login;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
		if (!(message instanceof HttpRequest request)) {
			return;
		}
		if (request.decoderResult().isFailure()) {
			refuse(context, HttpResponseStatus.BAD_REQUEST, "");
		}
		else if (!isAllowed(request)) {
			refuse(context, HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED,
					"Proxy-Authenticate: Basic realm=\"fault proxy\"\r\n");
		}
		else if (!request.method().equals(HttpMethod.CONNECT)) {
			refuse(context, HttpResponseStatus.METHOD_NOT_ALLOWED, "Allow: CONNECT\r\n");
		}
		else {
			connect(context, request);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

	private void connect(ChannelHandlerContext context, HttpRequest request) {
		try {
			this.client.connect(Target.parse(request.uri()), new Answer(context));
		}
		catch (IllegalArgumentException ex) {
			refuse(context, HttpResponseStatus.BAD_REQUEST, "");
		}
	}

	private boolean isAllowed(HttpRequest request) {
		String authorization = request.headers().get(HttpHeaderNames.PROXY_AUTHORIZATION, "");
		boolean allowed = this.login == null || this.login.matchesBasic(authorization);
		if (!authorization.isEmpty()) {
			this.client.entry()
				.credentials(allowed ? TunnelRecord.Credentials.ACCEPTED : TunnelRecord.Credentials.REJECTED);
		}
		return allowed;
	}

	private static void refuse(ChannelHandlerContext context, HttpResponseStatus status, String headers) {
		write(context, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n")
			.addListener(ChannelFutureListener.CLOSE);
	}

	private static ChannelFuture write(ChannelHandlerContext context, String head) {
		return context.writeAndFlush(Unpooled.copiedBuffer(head, CharsetUtil.UTF_8));
	}

	private record Answer(ChannelHandlerContext context) implements TunnelAnswer {

		@Override
		public void accept(ChannelHandler relay, @Nullable FailTunnel words) {
			write(this.context, (words != null) ? words.text() : "HTTP/1.1 200 Connection established\r\n\r\n");
			this.context.pipeline().replace(HttpNegotiator.class, "relay", relay);
			// Behind the relay, which gets what the decoder has read too much
			this.context.pipeline().remove(HttpRequestDecoder.class);
		}

		@Override
		public ChannelFuture refuse(TunnelFailure failure, @Nullable FailTunnel words) {
			return write(this.context, (words != null) ? words.text()
					: "HTTP/1.1 " + failure.http() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
		}

	}

}
