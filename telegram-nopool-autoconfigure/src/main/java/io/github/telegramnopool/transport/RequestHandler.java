// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.concurrent.CancellationException;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.proxy.ProxyConnectionEvent;
import io.netty.util.ReferenceCountUtil;

import org.springframework.util.Assert;

/**
 * Stands right behind the HTTP codec: the last one to see the request, it puts the token
 * into the path. Everything above, and so every log line, exception and observation,
 * knows the path without it.
 */
final class RequestHandler extends ChannelDuplexHandler {

	private final ConnectAttempt attempt;

	private final TokenPath path;

	private boolean bodyWritten;

	RequestHandler(ConnectAttempt attempt, TokenPath path) {
		this.attempt = attempt;
		this.path = path;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof ProxyConnectionEvent) {
			this.attempt.tunnelOpens();
		}
		context.fireUserEventTriggered(event);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (!(message instanceof HttpRequest request)) {
			writeBody(context, message, promise);
		}
		else if (claim(exchange())) {
			context.write(withToken(request), promise);
		}
		else {
			refuse(context, message, promise);
		}
	}

	private boolean claim(Exchange exchange) {
		return (exchange.upload() != null && !this.bodyWritten) ? exchange.sendPart() : exchange.send();
	}

	/**
	 * The call whose request is being written.
	 */
	private Exchange exchange() {
		Exchange exchange = this.attempt.exchange();
		Assert.state(exchange != null, "There is no call yet");
		return exchange;
	}

	private void writeBody(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		UploadMeter upload = exchange().upload();
		if (upload == null) {
			context.write(message, promise);
		}
		else if (this.bodyWritten || !upload.completesWith(message)) {
			context.write(message, upload.watch(context, message, promise));
		}
		else {
			this.bodyWritten = true;
			if (exchange().sendLastPart()) {
				context.write(message, upload.watch(context, message, promise));
			}
			else {
				refuse(context, message, promise);
			}
		}
	}

	private static void refuse(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		ReferenceCountUtil.release(message);
		promise.tryFailure(new CancellationException("The call was given up before its request was written"));
		context.close();
	}

	/**
	 * Another one, since Reactor Netty keeps the request and logs it. Headers hold no
	 * token, so they are the same.
	 */
	private HttpRequest withToken(HttpRequest request) {
		String path = this.path.withToken(request.uri());
		return (request instanceof FullHttpRequest full)
				? new DefaultFullHttpRequest(full.protocolVersion(), full.method(), path, full.content(),
						full.headers(), full.trailingHeaders())
				: new DefaultHttpRequest(request.protocolVersion(), request.method(), path, request.headers());
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		Exchange exchange = this.attempt.exchange();
		if (exchange == null) {
			// An answer to nothing
			ReferenceCountUtil.release(message);
			context.close();
		}
		else if (exchange.isOver()) {
			// Reactor Netty would keep it for somebody who no longer comes
			ReferenceCountUtil.release(message);
		}
		else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
			// Reactor Netty would tell us and, since we end the call then, log it too
			ReferenceCountUtil.release(message);
			exchange.fails(part.decoderResult().cause());
			context.close();
		}
		else {
			if (message instanceof HttpResponse) {
				exchange.answered();
			}
			context.fireChannelRead(message);
		}
	}

	/**
	 * What comes after the end of a call would only be logged.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		Exchange exchange = this.attempt.exchange();
		if (exchange == null || !exchange.isOver()) {
			context.fireExceptionCaught(cause);
		}
	}

}
