// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * A library as those who use it do, open towards one Telegram.
 */
public interface Peer extends AutoCloseable {

	/**
	 * Send a message and wait for the answer.
	 * @param chat the chat
	 * @param text the text
	 * @throws Exception if it cannot be sent, or another answer came than success
	 */
	void send(long chat, String text) throws Exception;

	/**
	 * Send a message without waiting.
	 * @param chat the chat
	 * @param text the text
	 * @return completes with the answer
	 */
	CompletableFuture<?> sendLater(long chat, String text);

	@Override
	void close();

	/**
	 * Opens a library.
	 */
	@FunctionalInterface
	interface Opener {

		/**
		 * Open it.
		 * @param setup towards what, and how
		 * @param listener what the library's listener does with each update, called only
		 * if the setup says that it polls
		 * @return the open library
		 * @throws Exception if it cannot be opened
		 */
		Peer open(PeerSetup setup, LongConsumer listener) throws Exception;

	}

}
