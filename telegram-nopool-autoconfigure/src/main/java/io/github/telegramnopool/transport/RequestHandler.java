package io.github.telegramnopool.transport;

import java.util.concurrent.CancellationException;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.proxy.ProxyConnectionEvent;
import io.netty.util.ReferenceCountUtil;

/**
 * Stands right behind the HTTP codec: the last one to see the request, it puts the token
 * into the path. Everything above, and so every log line, exception and observation,
 * knows the path without it.
 */
final class RequestHandler extends ChannelDuplexHandler {

	private final Exchange exchange;

	private final ConnectAttempt attempt;

	private final TokenPath path;

	private boolean bodyWritten;

	RequestHandler(Exchange exchange, ConnectAttempt attempt, TokenPath path) {
		this.exchange = exchange;
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
		else if (claim()) {
			context.write(withToken(request), promise);
		}
		else {
			refuse(context, message, promise);
		}
	}

	private boolean claim() {
		return (this.exchange.upload() != null && !this.bodyWritten) ? this.exchange.sendPart() : this.exchange.send();
	}

	private void writeBody(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		UploadMeter upload = this.exchange.upload();
		if (upload == null) {
			context.write(message, promise);
		}
		else if (this.bodyWritten || !upload.completesWith(message)) {
			context.write(message, upload.watch(context, message, promise));
		}
		else {
			this.bodyWritten = true;
			if (this.exchange.sendLastPart()) {
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
	 * A copy, since Reactor Netty keeps the request and logs it.
	 */
	private HttpRequest withToken(HttpRequest request) {
		HttpRequest copy = (request instanceof FullHttpRequest full) ? full.replace(full.content())
				: new DefaultHttpRequest(request.protocolVersion(), request.method(), request.uri(), request.headers());
		return copy.setUri(this.path.withToken(request.uri()));
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.exchange.isOver()) {
			// Reactor Netty would keep it for somebody who no longer comes
			ReferenceCountUtil.release(message);
			return;
		}
		if (message instanceof HttpResponse) {
			this.exchange.answered();
		}
		if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
			// Reactor Netty would tell us and, since we end the call then, log it too
			ReferenceCountUtil.release(message);
			this.exchange.fails(part.decoderResult().cause());
			context.close();
		}
		else {
			context.fireChannelRead(message);
		}
	}

	/**
	 * What comes after the end of a call would only be logged.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (!this.exchange.isOver()) {
			context.fireExceptionCaught(cause);
		}
	}

}
