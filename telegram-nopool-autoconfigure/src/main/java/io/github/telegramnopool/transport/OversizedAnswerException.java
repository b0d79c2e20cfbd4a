// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * An answer that is larger than can be taken. Its beginning is kept, since that may tell
 * what to ask for next.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class OversizedAnswerException extends RuntimeException {

	private final byte[] beginning;

	OversizedAnswerException(byte[] beginning) {
		super("the answer is larger than can be taken");
		this.beginning = beginning;
	}

	/**
	 * Beginning of the answer.
	 * @return its first bytes, not copied
	 */
	public byte[] beginning() {
		return this.beginning;
	}

}
