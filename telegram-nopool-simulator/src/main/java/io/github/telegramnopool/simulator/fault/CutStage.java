// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.ByteBuf;

/**
 * Lets a number of bytes pass, then does what a {@link Cut} says and swallows the rest.
 */
final class CutStage extends Stage {

	private final Both both;

	private final Direction flow;

	private CutStage(Both both, Direction flow) {
		this.both = both;
		this.flow = flow;
	}

	@Override
	void take(Piece piece) {
		if (isSwallowing()) {
			swallow(piece);
		}
		else if (this.both.cut.direction().covers(this.flow)) {
			ByteBuf bytes = piece.bytes();
			int count = (int) Math.min(this.both.left, bytes.readableBytes());
			this.both.left -= count;
			boolean all = count == bytes.readableBytes();
			pass(all ? piece : Piece.of(bytes.readRetainedSlice(count)));
			this.both.strikeIfDue(this);
			if (!all) {
				take(piece);
			}
		}
		else {
			pass(piece);
		}
	}

	/**
	 * That a client has closed always reaches its target, so that a server counts a
	 * connection no longer than its client holds it.
	 */
	private void swallow(Piece piece) {
		piece.bytes().release();
		if (piece.isEnd() && this.flow == Direction.UP) {
			pass(Piece.end());
		}
	}

	private boolean isSwallowing() {
		return this.both.struck && this.both.cut.swallowed().covers(this.flow);
	}

	/**
	 * The stages of both directions, which count together.
	 */
	static final class Both {

		private final Cut cut;

		private final Tunnel tunnel;

		private long left;

		private boolean struck;

		Both(Cut cut, Tunnel tunnel) {
			this.cut = cut;
			this.tunnel = tunnel;
			this.left = cut.after();
		}

		Runnable begin() {
			CutStage up = new CutStage(this, Direction.UP);
			CutStage down = new CutStage(this, Direction.DOWN);
			this.tunnel.flow(Direction.UP).add(up);
			this.tunnel.flow(Direction.DOWN).add(down);
			strikeIfDue(down);
			return () -> {
				this.tunnel.flow(Direction.UP).remove(up);
				this.tunnel.flow(Direction.DOWN).remove(down);
			};
		}

		private void strikeIfDue(CutStage last) {
			if (this.left == 0 && !this.struck) {
				this.struck = true;
				// Behind the last byte that still passes
				last.pass(Piece.behind(() -> this.tunnel.cut(this.cut.action())));
			}
		}

	}

}
