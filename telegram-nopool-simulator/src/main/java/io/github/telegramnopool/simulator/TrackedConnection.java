// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection. Guarded by its log.
 */
final class TrackedConnection {

	final long number;

	final boolean tls;

	private final Instant openedAt;

	@Nullable Instant closedAt;

	int requests;

	Use use = Use.NONE_YET;

	TrackedConnection(long number, boolean tls, Instant openedAt) {
		this.number = number;
		this.tls = tls;
		this.openedAt = openedAt;
	}

	ConnectionRecord toRecord() {
		return new ConnectionRecord(this.number, this.tls, this.openedAt, this.closedAt, this.requests);
	}

	/**
	 * What a connection is for, decided by its first request.
	 */
	enum Use {

		NONE_YET, BOT_API, CONTROL

	}

}
