// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

/**
 * Something cannot be measured on this machine. The message says what is missing.
 */
public final class NotHere extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Create with what is missing.
	 * @param message what is missing, and how it can be had
	 */
	public NotHere(String message) {
		super(message);
	}

}
