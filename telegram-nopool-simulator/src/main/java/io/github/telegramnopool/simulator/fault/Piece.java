// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way through a tunnel, or what comes behind them.
 *
 * @param bytes the bytes, owned by who has the piece
 * @param isEnd whether this is the end of the source
 * @param behind what to do once all before it is written
 */
record Piece(ByteBuf bytes, boolean isEnd, @Nullable Runnable behind) {

	static Piece of(ByteBuf bytes) {
		return new Piece(bytes, false, null);
	}

	static Piece end() {
		return new Piece(Unpooled.EMPTY_BUFFER, true, null);
	}

	static Piece behind(Runnable action) {
		return new Piece(Unpooled.EMPTY_BUFFER, false, action);
	}

}
