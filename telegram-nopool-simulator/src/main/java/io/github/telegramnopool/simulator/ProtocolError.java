// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * A request that is no call at all, answered without a body and with the end of its
 * connection.
 */
final class ProtocolError extends RuntimeException {

	private final int status;

	ProtocolError(int status) {
		super("HTTP " + status, null, false, false);
		this.status = status;
	}

	Reply toReply() {
		return Reply.bare(this.status);
	}

}
