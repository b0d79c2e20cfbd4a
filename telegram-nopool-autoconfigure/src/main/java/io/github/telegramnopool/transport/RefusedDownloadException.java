// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * A file was asked for, and what came instead is not the file.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class RefusedDownloadException extends RuntimeException {

	private final transient HttpAnswer answer;

	RefusedDownloadException(HttpAnswer answer) {
		super(answer.toString());
		this.answer = answer;
	}

	/**
	 * What came.
	 * @return the answer, whose status is not 200
	 */
	public HttpAnswer answer() {
		return this.answer;
	}

}
