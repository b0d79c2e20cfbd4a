// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;

/**
 * A contender's process did not do what it was told.
 */
final class PeerFailedException extends IOException {

	private static final long serialVersionUID = 1L;

	PeerFailedException(String message) {
		super(message);
	}

}
