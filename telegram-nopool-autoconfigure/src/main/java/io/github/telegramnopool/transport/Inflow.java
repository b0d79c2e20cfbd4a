// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * What comes of a file and waits for its subscriber. If that is slow, the connection is
 * not read for a while.
 * <p>
 * None waits in Reactor Netty's own queue: a download that ends by its deadline or is
 * cancelled left pooled buffers there, which nobody gave back.
 */
final class Inflow {

	/**
	 * Pieces of at most 64 KB each.
	 */
	private static final int MOST_WAITING = 32;

	private final Exchange exchange;

	private final AtomicInteger waiting = new AtomicInteger();

	Inflow(Exchange exchange) {
		this.exchange = exchange;
	}

	Flux<DataBuffer> of(Flux<byte[]> content) {
		return content.map(this::arrives).onBackpressureBuffer().doOnNext((piece) -> leaves());
	}

	private DataBuffer arrives(byte[] piece) {
		if (this.waiting.incrementAndGet() >= MOST_WAITING) {
			this.exchange.read(false);
			// The subscriber may have taken them all meanwhile, and would not tell again
			if (this.waiting.get() < MOST_WAITING) {
				this.exchange.read(true);
			}
		}
		return DefaultDataBufferFactory.sharedInstance.wrap(piece);
	}

	private void leaves() {
		if (this.waiting.decrementAndGet() == MOST_WAITING / 2) {
			this.exchange.read(true);
		}
	}

}
