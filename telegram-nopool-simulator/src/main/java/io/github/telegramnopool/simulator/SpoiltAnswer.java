// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.simulator.WireFault.End;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;

/**
 * Writes an answer byte by byte below the HTTP codec, so that it can stop anywhere. Runs
 * on the connection's event loop.
 */
final class SpoiltAnswer {

	private final Channel channel;

	private final WireFault fault;

	private final byte[] bytes;

	private final Runnable beforeLastByte;

	private int written;

	SpoiltAnswer(Channel channel, WireFault fault, Reply reply, Runnable beforeLastByte) {
		this.channel = channel;
		this.fault = fault;
		byte[] answer = render(reply);
		this.bytes = Arrays.copyOf(answer, Math.min(fault.cut(), answer.length));
		this.beforeLastByte = beforeLastByte;
	}

	/**
	 * Write what is to be written.
	 * @return never completes: the connection ends instead
	 */
	Mono<Void> write() {
		schedule(this.fault.delay());
		return Mono.never();
	}

	private void schedule(Duration delay) {
		this.channel.eventLoop().schedule(this::next, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void next() {
		boolean dripping = !this.fault.delayPerByte().isZero();
		int count = dripping ? Math.min(1, this.bytes.length - this.written) : this.bytes.length;
		boolean last = this.written + count == this.bytes.length;
		if (last && this.fault.end() != End.SILENCE) {
			this.beforeLastByte.run();
		}
		ChannelHandlerContext wire = this.channel.pipeline().context(NettyPipeline.HttpCodec);
		if (wire == null) {
			return;
		}
		wire.writeAndFlush(Unpooled.wrappedBuffer(this.bytes, this.written, count))
			.addListener((ChannelFutureListener) (result) -> afterWrite(last));
		this.written += count;
	}

	private void afterWrite(boolean last) {
		if (last) {
			end();
		}
		else if (this.channel.isActive()) {
			schedule(this.fault.delayPerByte());
		}
	}

	/**
	 * End the connection, when cut at its first handler, so that TLS says no goodbye.
	 */
	private void end() {
		switch (this.fault.end()) {
			case WHOLE -> this.channel.close();
			case CLOSE -> this.channel.pipeline().firstContext().close();
			case RESET -> {
				this.channel.config().setOption(ChannelOption.SO_LINGER, 0);
				this.channel.pipeline().firstContext().close();
			}
			case SILENCE -> {
			}
		}
	}

	private static byte[] render(Reply reply) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("connection", "close");
		headers.put("content-length", String.valueOf(reply.body().length));
		reply.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(HttpResponseStatus.valueOf(reply.status()))
			.append("\r\n");
		headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		answer.writeBytes(reply.body());
		return answer.toByteArray();
	}

}
