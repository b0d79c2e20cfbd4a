// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.function.LongConsumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Counts the bytes of a body on their way through the pipeline, to tell when the request
 * is whole and how much of it has left. Confined to an event loop.
 */
final class UploadMeter {

	private final long length;

	private final LongConsumer progress;

	private long handedOver;

	private long written;

	/**
	 * Create a meter.
	 * @param length the length of the body, or -1
	 * @param progress what to tell the number of bytes that the socket has taken
	 */
	UploadMeter(long length, LongConsumer progress) {
		this.length = length;
		this.progress = progress;
	}

	/**
	 * Note a piece of the body.
	 * @return whether the server has the whole request if it receives this piece
	 */
	boolean completesWith(Object message) {
		this.handedOver += size(message);
		return message instanceof LastHttpContent || (this.length >= 0 && this.handedOver >= this.length);
	}

	/**
	 * Count the piece as soon as it is written.
	 * @return what to write it with
	 */
	ChannelPromise watch(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		int size = size(message);
		return (size > 0) ? context.newPromise().addListener((future) -> {
			if (future.isSuccess()) {
				this.written += size;
				this.progress.accept(this.written);
				promise.trySuccess();
			}
			else {
				promise.tryFailure(future.cause());
			}
		}) : promise;
	}

	/**
	 * Whether the socket has taken all of a body whose length is known.
	 */
	boolean isWritten() {
		return this.length >= 0 && this.written >= this.length;
	}

	private static int size(Object message) {
		if (message instanceof ByteBuf buffer) {
			return buffer.readableBytes();
		}
		return (message instanceof ByteBufHolder holder) ? holder.content().readableBytes() : 0;
	}

}
