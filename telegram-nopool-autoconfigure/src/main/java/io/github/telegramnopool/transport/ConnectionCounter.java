// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.LongAdder;

import io.netty.channel.Channel;

/**
 * Counts connections as they open and close.
 */
final class ConnectionCounter {

	private final LongAdder opened = new LongAdder();

	private final LongAdder closed = new LongAdder();

	void opened(Channel channel) {
		this.opened.increment();
		channel.closeFuture().addListener((future) -> this.closed.increment());
	}

	ConnectionCounts counts() {
		// Closed first, so that the difference is never negative
		long closed = this.closed.sum();
		return new ConnectionCounts(this.opened.sum(), closed);
	}

}
