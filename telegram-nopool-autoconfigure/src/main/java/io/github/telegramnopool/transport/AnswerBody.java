package io.github.telegramnopool.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Takes the body of an answer into memory, as long as it is not too large.
 * <p>
 * Each piece is copied at once: pooled buffers that are collected would be given back by
 * whoever ends the call, on any thread, while the event loop still adds to them.
 */
final class AnswerBody {

	/**
	 * The official server puts at most 4 MiB of updates into an answer; twice that leaves
	 * room for their escaping.
	 */
	private static final int MAX_BYTES = 8 * 1024 * 1024;

	private static final int KEPT_BYTES = 1024;

	private final List<byte[]> pieces = new ArrayList<>();

	private int length;

	private AnswerBody() {
	}

	static Mono<byte[]> take(Flux<DataBuffer> body) {
		return Mono.defer(() -> {
			AnswerBody taken = new AnswerBody();
			return body.map(AnswerBody::copy).doOnNext(taken::add).then(Mono.fromSupplier(taken::bytes));
		});
	}

	private static byte[] copy(DataBuffer pooled) {
		byte[] bytes = new byte[pooled.readableByteCount()];
		pooled.read(bytes);
		DataBufferUtils.release(pooled);
		return bytes;
	}

	private void add(byte[] piece) {
		this.pieces.add(piece);
		this.length += piece.length;
		if (this.length > MAX_BYTES) {
			byte[] first = this.pieces.get(0);
			throw new OversizedAnswerException(Arrays.copyOf(first, Math.min(KEPT_BYTES, first.length)));
		}
	}

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
