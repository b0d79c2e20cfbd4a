// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/**
 * The last: writes to the connection.
 */
final class SinkStage extends Stage {

	private final Channel sink;

	SinkStage(Channel sink) {
		this.sink = sink;
	}

	@Override
	void take(Piece piece) {
		if (piece.isEnd()) {
			piece.bytes().release();
			Sockets.closeGently(this.sink);
			return;
		}
		Runnable behind = piece.behind();
		if (behind == null) {
			this.sink.writeAndFlush(piece.bytes());
		}
		else {
			this.sink.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((written) -> behind.run());
		}
	}

}
