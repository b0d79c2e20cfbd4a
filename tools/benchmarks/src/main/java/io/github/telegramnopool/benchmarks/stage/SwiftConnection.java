// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLEngine;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.internal.tcnative.SSL;

/**
 * One connection to {@link SwiftTelegram}.
 */
final class SwiftConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

	private static final Pattern OFFSET = Pattern.compile("\"?offset\"?[=:]\\s*\"?(-?\\d+)");

	private static final Pattern TIMEOUT = Pattern.compile("\"?timeout\"?[=:]\\s*\"?(\\d+)");

	private final ConnectionTally tally;

	private final UpdateShelf updates;

	private final SendShelf sends;

	private int requests;

	SwiftConnection(ConnectionTally tally, UpdateShelf updates, SendShelf sends) {
		this.tally = tally;
		this.updates = updates;
		this.sends = sends;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) throws Exception {
		this.tally.opened();
		super.channelActive(context);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
		if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
			SSLEngine engine = context.pipeline().get(SslHandler.class).engine();
			if (engine instanceof ReferenceCountedOpenSslEngine openSsl) {
				this.tally.handshake(SSL.isSessionReused(openSsl.sslPointer()));
			}
			else {
				this.tally.handshakeOfUnknownSession();
			}
		}
		super.userEventTriggered(context, event);
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		this.tally.request(++this.requests);
		String uri = request.uri();
		int query = uri.indexOf('?');
		String method = uri.substring(uri.lastIndexOf('/') + 1, (query < 0) ? uri.length() : query);
		switch (method.toLowerCase(java.util.Locale.ROOT)) {
			case "getupdates" -> poll(context, uri + ' ' + request.content().toString(StandardCharsets.US_ASCII));
			case "sendmessage" -> this.sends.add(() -> answer(context, SwiftAnswers.message()));
			default -> answer(context, SwiftAnswers.of(method));
		}
	}

	private void poll(ChannelHandlerContext context, String parameters) {
		UpdateShelf.Poll poll = new UpdateShelf.Poll(number(OFFSET, parameters),
				(ids) -> answer(context, SwiftAnswers.updates(ids)));
		if (!this.updates.poll(poll)) {
			long timeout = number(TIMEOUT, parameters);
			context.executor().schedule(() -> this.updates.giveUp(poll), timeout, TimeUnit.SECONDS);
			context.channel().closeFuture().addListener((closed) -> this.updates.forget(poll));
		}
	}

	private static void answer(ChannelHandlerContext context, ByteBuf body) {
		DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
				body);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
			.setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
		context.writeAndFlush(response);
	}

	private static long number(Pattern pattern, String parameters) {
		Matcher matcher = pattern.matcher(parameters);
		return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
