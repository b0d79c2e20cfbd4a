// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

/**
 * Is told how an upload comes along, on an event loop.
 */
@FunctionalInterface
interface UploadListener {

	/**
	 * For uploads that nobody watches.
	 */
	UploadListener NONE = (sent, total) -> {
	};

	/**
	 * Note what has been sent.
	 * @param sent the number of bytes so far
	 * @param total the number of bytes to send, or -1
	 */
	void sent(long sent, long total);

}
