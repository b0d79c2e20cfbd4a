// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a request's body as it arrives. One that is refused is answered at once and then
 * read on, and thrown away, so that closing the connection does not take the answer away
 * from a client that still writes (nginx calls this a lingering close).
 */
final class BodyReader<T> {

	private static final int MAX_PARAMETERS = 1024 * 1024;

	private final Exchange exchange;

	private final BodySink<T> sink;

	private final ContentDecoder decoder;

	private final long limit;

	private long arrived;

	private long decoded;

	private @Nullable ProtocolError refusal;

	private BodyReader(Exchange exchange, BodySink<T> sink, long limit) {
		this.exchange = exchange;
		this.sink = sink;
		this.decoder = new ContentDecoder(exchange.header(HttpHeaderNames.CONTENT_ENCODING));
		this.limit = limit;
	}

	/**
	 * Read a body into memory, within the limit that {@code HttpReader} sets for
	 * parameters.
	 */
	static Mono<byte[]> read(Exchange exchange) {
		return read(exchange, new Memory(), MAX_PARAMETERS);
	}

	static <T> Mono<T> read(Exchange exchange, BodySink<T> sink, long limit) {
		return Mono.defer(() -> {
			BodyReader<T> reader = new BodyReader<>(exchange, sink, limit);
			return reader.read().doFinally((signal) -> reader.decoder.release());
		}).doFinally((signal) -> sink.release());
	}

	private Mono<T> read() {
		if (contentLength() > this.limit) {
			ProtocolError tooLarge = new ProtocolError(413);
			if (!this.exchange.header(HttpHeaderNames.EXPECT).isEmpty()) {
				throw tooLarge;
			}
			refuse(tooLarge);
		}
		return this.exchange.request().receive().doOnNext(this::take).then(Mono.defer(this::complete));
	}

	private void take(ByteBuf piece) {
		if (this.refusal != null) {
			return;
		}
		try {
			this.arrived = checked(this.arrived + piece.readableBytes());
			this.decoder.decode(piece, (content) -> {
				this.decoded = checked(this.decoded + content.readableBytes());
				this.sink.take(content);
			});
		}
		catch (ProtocolError ex) {
			refuse(ex);
		}
	}

	private void refuse(ProtocolError refusal) {
		this.refusal = refusal;
		EarlyAnswer.write(this.exchange.channel(), refusal.toReply());
	}

	private Mono<T> complete() {
		if (this.refusal != null) {
			return EarlyAnswer.close(this.exchange.channel());
		}
		this.decoder.end();
		return Mono.just(this.sink.complete());
	}

	private long contentLength() {
		String length = this.exchange.header(HttpHeaderNames.CONTENT_LENGTH);
		return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
	}

	private long checked(long size) {
		if (size > this.limit) {
			throw new ProtocolError(413);
		}
		return size;
	}

	/**
	 * Keeps a body in memory.
	 */
	private static final class Memory implements BodySink<byte[]> {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		@Override
		public void take(ByteBuf piece) {
			this.bytes.writeBytes(ByteBufUtil.getBytes(piece));
		}

		@Override
		public byte[] complete() {
			return this.bytes.toByteArray();
		}

		@Override
		public void release() {
		}

	}

}
