// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

/**
 * Counts what a server sees of its clients' connections.
 */
public final class ConnectionTally {

	private long opened;

	private long handshakes;

	private long resumed;

	private long requests;

	private long carriedTwo;

	private boolean knowsSessions = true;

	ConnectionTally() {
	}

	synchronized void opened() {
		this.opened++;
	}

	synchronized void handshake(boolean resumed) {
		this.handshakes++;
		this.resumed += resumed ? 1 : 0;
	}

	/**
	 * The TLS of the server does not tell whether a session was resumed.
	 */
	synchronized void handshakeOfUnknownSession() {
		this.handshakes++;
		this.knowsSessions = false;
	}

	/**
	 * A connection carries a request.
	 * @param number which of its requests it is, from 1
	 */
	synchronized void request(int number) {
		this.requests++;
		this.carriedTwo += (number == 2) ? 1 : 0;
	}

	/**
	 * Forget what was counted.
	 */
	public synchronized void reset() {
		this.opened = 0;
		this.handshakes = 0;
		this.resumed = 0;
		this.requests = 0;
		this.carriedTwo = 0;
	}

	/**
	 * Connections that were accepted.
	 * @return the number
	 */
	public synchronized long connections() {
		return this.opened;
	}

	/**
	 * Requests that were received.
	 * @return the number
	 */
	public synchronized long requests() {
		return this.requests;
	}

	/**
	 * Connections that carried more than one request.
	 * @return the number
	 */
	public synchronized long carriedTwo() {
		return this.carriedTwo;
	}

	/**
	 * How many of a hundred handshakes resumed a session.
	 * @return the percentage, or NaN if that is unknown
	 */
	public synchronized double resumedPercent() {
		return this.knowsSessions ? 100.0 * this.resumed / this.handshakes : Double.NaN;
	}

}
