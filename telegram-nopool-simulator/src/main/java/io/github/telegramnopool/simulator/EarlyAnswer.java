// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;

/**
 * Answers a request before all of it has come. Written below the HTTP codec, since
 * Reactor Netty would end the connection with the answer.
 */
final class EarlyAnswer {

	private EarlyAnswer() {
	}

	static void write(Channel channel, Reply reply) {
		ChannelHandlerContext wire = channel.pipeline().context(NettyPipeline.HttpCodec);
		if (wire != null) {
			String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(reply.status())
					+ "\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
			wire.writeAndFlush(Unpooled.copiedBuffer(head, StandardCharsets.ISO_8859_1));
		}
	}

	/**
	 * End the connection.
	 * @return never completes: the connection ends instead
	 */
	static <T> Mono<T> close(Channel channel) {
		channel.close();
		return Mono.never();
	}

}
