// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * How far a call has come, in the order in which a fresh connection passes through.
 * Anything before {@link #REQUEST} proves that the request never left.
 *
 * @since 0.1.0
 */
public enum Phase {

	/**
	 * Waiting for one of the calls that are already under way to end.
	 */
	WAITING,

	/**
	 * Resolving the name of the proxy or, without one, of the Bot API's host.
	 */
	DNS,

	/**
	 * Connecting to the proxy or, without one, to the Bot API's host.
	 */
	TCP,

	/**
	 * Asking the proxy for a tunnel.
	 */
	PROXY,

	/**
	 * Shaking hands with the Bot API's host.
	 */
	TLS,

	/**
	 * Writing the request.
	 */
	REQUEST,

	/**
	 * Reading the answer.
	 */
	RESPONSE

}
