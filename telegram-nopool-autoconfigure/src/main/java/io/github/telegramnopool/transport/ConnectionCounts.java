// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * How many connections there were.
 *
 * @param opened the number of connections begun so far
 * @param closed the number of those that are closed again
 * @since 0.1.0
 */
public record ConnectionCounts(long opened, long closed) {

	/**
	 * No connection at all.
	 */
	public static final ConnectionCounts NONE = new ConnectionCounts(0, 0);

	/**
	 * Connections that exist now.
	 * @return the difference of opened and closed
	 */
	public long open() {
		return this.opened - this.closed;
	}

	/**
	 * Connections of several transports.
	 * @param others the connections of another one
	 * @return the sums
	 */
	public ConnectionCounts plus(ConnectionCounts others) {
		return new ConnectionCounts(this.opened + others.opened, this.closed + others.closed);
	}

}
