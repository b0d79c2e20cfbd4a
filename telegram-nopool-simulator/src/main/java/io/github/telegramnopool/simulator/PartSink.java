// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import io.netty.buffer.ByteBuf;

/**
 * Takes the content of one part of a request.
 */
interface PartSink {

	/**
	 * Take the next bytes, which belong to the caller.
	 */
	void take(ByteBuf piece, int count);

	/**
	 * Make a parameter or a file of the content.
	 */
	void complete();

	/**
	 * Let go of what is not complete.
	 */
	void release();

}
