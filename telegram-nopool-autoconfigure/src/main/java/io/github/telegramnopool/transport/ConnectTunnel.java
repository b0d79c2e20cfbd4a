// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import org.jspecify.annotations.Nullable;

/**
 * Asks an HTTP proxy for a tunnel.
 * <p>
 * What the head of its answer says is decided by that alone: of a refusal Netty's own
 * handler awaits the body, which some proxies neither announce nor end, and of successes
 * it knows 200 only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110</a>
 */
final class ConnectTunnel extends ProxyHandler {

	private final @Nullable String authorization;

	private final HttpRequestEncoder encoder = new HttpRequestEncoder();

	private final HeadDecoder decoder = new HeadDecoder();

	private @Nullable HttpResponse answer;

	ConnectTunnel(InetSocketAddress proxy, @Nullable String username, @Nullable String password) {
		super(proxy);
		this.authorization = (username != null) ? "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8))
				: null;
	}

	@Override
	public String protocol() {
		return "http";
	}

	@Override
	public String authScheme() {
		return (this.authorization != null) ? "basic" : "none";
	}

	@Override
	protected void addCodec(ChannelHandlerContext context) {
		context.pipeline().addBefore(context.name(), "telegram.tunnel.encoder", this.encoder);
		context.pipeline().addBefore(context.name(), "telegram.tunnel.decoder", this.decoder);
	}

	@Override
	protected void removeEncoder(ChannelHandlerContext context) {
		context.pipeline().remove(this.encoder);
	}

	@Override
	protected void removeDecoder(ChannelHandlerContext context) {
		if (!this.decoder.refused) {
			context.pipeline().remove(this.decoder);
		}
	}

	@Override
	protected Object newInitialMessage(ChannelHandlerContext context) {
		InetSocketAddress target = destinationAddress();
		String authority = HttpUtil.formatHostnameForHttp(target) + ":" + target.getPort();
		// Without validation: the name is the one of the base URL
		FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.CONNECT, authority,
				Unpooled.EMPTY_BUFFER, DefaultHttpHeadersFactory.headersFactory(),
				DefaultHttpHeadersFactory.trailersFactory());
		request.headers().set(HttpHeaderNames.HOST, authority);
		if (this.authorization != null) {
			request.headers().set(HttpHeaderNames.PROXY_AUTHORIZATION, this.authorization);
		}
		return request;
	}

	@Override
	protected boolean handleResponse(ChannelHandlerContext context, Object message)
			throws HttpProxyHandler.HttpProxyConnectException {
		if (message instanceof HttpResponse head && head.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
			this.answer = head;
		}
		HttpResponse answer = this.answer;
		if (answer == null || !(message instanceof LastHttpContent)) {
			return false;
		}
		if (answer.status().codeClass() != HttpStatusClass.SUCCESS) {
			this.decoder.refused = true;
			throw new HttpProxyHandler.HttpProxyConnectException(exceptionMessage("status: " + answer.status()),
					answer.headers());
		}
		return true;
	}

	/**
	 * Takes what follows the head of a success for the tunnel's, and what follows that of
	 * a refusal for a page that nobody reads.
	 */
	private static final class HeadDecoder extends HttpResponseDecoder {

		private boolean refused;

		@Override
		protected boolean isContentAlwaysEmpty(HttpMessage message) {
			return true;
		}

		@Override
		protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
			if (this.refused) {
				in.skipBytes(in.readableBytes());
			}
			else {
				super.decode(context, in, out);
			}
		}

	}

}
