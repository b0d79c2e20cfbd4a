// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the body of an answer into memory, as long as it is not too large.
 */
final class AnswerBody {

	/**
	 * The official server puts at most 4 MiB of updates into an answer; twice that leaves
	 * room for their escaping.
	 */
	private static final int MAX_BYTES = 8 * 1024 * 1024;

	private static final int KEPT_BYTES = 1024;

	private final List<byte[]> pieces = new ArrayList<>(1);

	private int length;

	private AnswerBody() {
	}

	static Mono<byte[]> take(Flux<byte[]> pieces) {
		return pieces.collect(AnswerBody::new, AnswerBody::add).map(AnswerBody::bytes);
	}

	private void add(byte[] piece) {
		this.pieces.add(piece);
		this.length += piece.length;
		if (this.length > MAX_BYTES) {
			byte[] first = this.pieces.get(0);
			throw new OversizedAnswerException(Arrays.copyOf(first, Math.min(KEPT_BYTES, first.length)));
		}
	}

	/**
	 * Most answers come in one piece, which is theirs.
	 */
	private byte[] bytes() {
		if (this.pieces.size() == 1) {
			return this.pieces.get(0);
		}
		byte[] bytes = new byte[this.length];
		int end = 0;
		for (byte[] piece : this.pieces) {
			System.arraycopy(piece, 0, bytes, end, piece.length);
			end += piece.length;
		}
		return bytes;
	}

}
