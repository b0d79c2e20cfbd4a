// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;

/**
 * What the bot was told about a call.
 */
enum Outcome {

	SUCCESS, NOT_SENT, REFUSED, UNKNOWN;

	static Outcome of(Throwable failure) {
		if (failure instanceof RequestNotSentException) {
			return NOT_SENT;
		}
		return (failure instanceof TelegramApiException) ? REFUSED : UNKNOWN;
	}

}
