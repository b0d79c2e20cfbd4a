// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * A text that does not obey the rules of its {@code parse_mode}.
 */
final class MarkupException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MarkupException(String problem) {
		super(problem, null, false, false);
	}

}
