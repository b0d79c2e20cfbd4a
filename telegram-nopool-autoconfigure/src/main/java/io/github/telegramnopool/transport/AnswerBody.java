package io.github.telegramnopool.transport;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;

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

	private byte @Nullable [] beginning;

	private AnswerBody() {
	}

	static Mono<byte[]> take(Flux<DataBuffer> body) {
		AnswerBody taken = new AnswerBody();
		return DataBufferUtils.join(body.doOnNext(taken::begins), MAX_BYTES)
			.map(AnswerBody::bytes)
			.defaultIfEmpty(new byte[0])
			.onErrorMap(DataBufferLimitException.class, (ex) -> taken.oversized());
	}

	private void begins(DataBuffer buffer) {
		if (this.beginning == null) {
			byte[] first = new byte[Math.min(KEPT_BYTES, buffer.readableByteCount())];
			for (int i = 0; i < first.length; i++) {
				first[i] = buffer.getByte(buffer.readPosition() + i);
			}
			this.beginning = first;
		}
	}

	private OversizedAnswerException oversized() {
		byte[] beginning = this.beginning;
		return new OversizedAnswerException((beginning != null) ? beginning : new byte[0]);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
