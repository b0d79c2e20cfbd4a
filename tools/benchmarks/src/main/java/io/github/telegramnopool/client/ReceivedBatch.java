// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.List;
import java.util.Objects;

import io.github.telegramnopool.api.json.BotApiJson;

/**
 * Reads an answer to {@code getUpdates} as {@link UpdateSource} does, for those outside
 * of its package.
 */
public final class ReceivedBatch {

	private static final UpdateBatch BATCH = new UpdateBatch(BotApiJson.mapper());

	private ReceivedBatch() {
	}

	/**
	 * Read an answer.
	 * @param answer the body of the answer
	 * @return its updates
	 */
	public static List<ReceivedUpdate> read(byte[] answer) {
		return Objects.requireNonNull(BATCH.read(answer));
	}

}
