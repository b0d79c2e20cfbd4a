// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.util.function.Supplier;

import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;

/**
 * How often a call can have been executed, by what its caller was told.
 *
 * @param least the smallest number
 * @param most the largest number
 */
public record Executions(int least, int most) {

	/**
	 * Make a call that may be cut.
	 */
	public static Executions of(Supplier<?> call) {
		try {
			call.get();
			return new Executions(1, 1);
		}
		catch (OutcomeUnknownException ex) {
			return new Executions(0, 1);
		}
		catch (RequestNotSentException ex) {
			return new Executions(0, 0);
		}
	}

}
