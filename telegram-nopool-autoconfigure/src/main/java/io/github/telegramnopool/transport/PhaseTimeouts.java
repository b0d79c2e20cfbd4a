// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;

/**
 * The time that each phase of a fresh connection may take.
 *
 * @param connect the time for a TCP connection
 * @param proxy the time for the proxy to open a tunnel
 * @param tls the time for the TLS handshake
 * @since 0.1.0
 */
public record PhaseTimeouts(Duration connect, Duration proxy, Duration tls) {

	/**
	 * The longest that a connection can take to be ready, name resolution apart.
	 * @return the sum of all phases
	 */
	public Duration total() {
		return this.connect.plus(this.proxy).plus(this.tls);
	}

}
