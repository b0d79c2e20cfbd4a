// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import org.jspecify.annotations.Nullable;

/**
 * How much of a call's request has been sent.
 *
 * @param <R> the type of the result
 * @param sent the number of bytes that have left; less than before if the call is
 * repeated
 * @param total the number of bytes to send, or -1 if it is not known
 * @param result the result of the call, which only the last one has
 * @since 0.1.0
 */
public record UploadProgress<R>(long sent, long total, @Nullable R result) {

	/**
	 * Whether the call has succeeded.
	 * @return whether there is a result
	 */
	public boolean isComplete() {
		return this.result != null;
	}

}
