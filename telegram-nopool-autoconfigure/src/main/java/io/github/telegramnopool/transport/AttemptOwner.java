// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import reactor.netty.Connection;

/**
 * Who waits for an attempt to connect. Called on its event loop.
 */
interface AttemptOwner {

	/**
	 * Note that a connection could carry a request.
	 */
	void ready(ConnectAttempt attempt, Connection connection);

	/**
	 * Note the end of a connection, made or not.
	 */
	void failed(ConnectAttempt attempt, Throwable failure);

}
