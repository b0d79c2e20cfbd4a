// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import io.netty.buffer.ByteBuf;

/**
 * Takes a body while it arrives, and makes something of it. Any step may throw
 * {@link ProtocolError}.
 */
interface BodySink<T> {

	/**
	 * Take a piece, which belongs to the caller.
	 */
	void take(ByteBuf piece);

	T complete();

	/**
	 * Let go of everything, whether complete or not.
	 */
	void release();

}
