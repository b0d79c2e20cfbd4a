// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import reactor.netty.NettyPipeline;

/**
 * Leaves it to the server, which was asked to, to close a connection after its answer:
 * the side that is the first to close keeps the port for a minute, and a machine behind a
 * proxy has 28,000 of them for all its connections.
 * <p>
 * The server says goodbye twice: to TLS, then to TCP. Reactor Netty closes at the first,
 * and so is often the first to close.
 */
final class Farewell extends ChannelInboundHandlerAdapter {

	/**
	 * The server's end mostly comes with its answer.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final Channel channel;

	Farewell(Channel channel) {
		this.channel = channel;
	}

	void begin() {
		if (this.channel.eventLoop().isShuttingDown()) {
			this.channel.close();
			return;
		}
		Future<?> timer = this.channel.eventLoop()
			.schedule(() -> ChannelEnd.reset(this.channel), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		this.channel.closeFuture().addListener((closed) -> timer.cancel(false));
		this.channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, "telegram.farewell", this);
		// Else the end would not be noticed
		this.channel.config().setAutoRead(true);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (!(event instanceof SslCloseCompletionEvent)) {
			context.fireUserEventTriggered(event);
		}
	}

	/**
	 * The answer is complete: how its connection ends is nobody's failure.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
		ChannelEnd.reset(context.channel());
	}

}
