// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the content encoding of a body, piece by piece.
 */
final class ContentDecoder {

	private final @Nullable ZlibDecoder zlib;

	private final @Nullable EmbeddedChannel channel;

	ContentDecoder(String encoding) {
		this.zlib = switch (encoding.toLowerCase(Locale.ROOT)) {
			case "", "none" -> null;
			case "gzip" -> new JdkZlibDecoder(ZlibWrapper.GZIP, 0);
			case "deflate" -> new JdkZlibDecoder(ZlibWrapper.ZLIB, 0);
			default -> throw new ProtocolError(415);
		};
		this.channel = (this.zlib != null) ? new EmbeddedChannel(this.zlib) : null;
	}

	void decode(ByteBuf piece, Consumer<ByteBuf> decoded) {
		if (this.channel == null) {
			decoded.accept(piece);
			return;
		}
		try {
			this.channel.writeInbound(piece.retain());
			drain(this.channel, decoded);
		}
		catch (DecompressionException ex) {
			throw new ProtocolError(400);
		}
	}

	/**
	 * Make sure that nothing is missing at the end.
	 */
	void end() {
		if (this.zlib != null && !this.zlib.isClosed()) {
			throw new ProtocolError(400);
		}
	}

	void release() {
		if (this.channel != null) {
			this.channel.finishAndReleaseAll();
		}
	}

	private static void drain(EmbeddedChannel channel, Consumer<ByteBuf> decoded) {
		for (ByteBuf piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
			try {
				decoded.accept(piece);
			}
			finally {
				piece.release();
			}
		}
	}

}
