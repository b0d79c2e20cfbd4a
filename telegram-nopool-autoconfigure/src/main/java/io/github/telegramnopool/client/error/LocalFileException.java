// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client.error;

import io.github.telegramnopool.transport.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A file could not be downloaded because of a disk of this machine, where it is to be
 * written or where a local Bot API server has put it, or because that disk is not to be
 * read ({@code telegram.local-files}).
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class LocalFileException extends TelegramException {

	/**
	 * Create an exception.
	 * @param method what was to be done
	 * @param message what happened, with the path, and what to do
	 * @param cause what happened, or {@code null}
	 */
	public LocalFileException(String method, String message, @Nullable Throwable cause) {
		super(method, Phase.RESPONSE, message, cause);
	}

}
