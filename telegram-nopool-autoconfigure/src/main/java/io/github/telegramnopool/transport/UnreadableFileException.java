// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A file that is being sent can't be read to its end. The rest of the request is not
 * written then, so that the server never has all of it.
 */
@SuppressWarnings("serial")
final class UnreadableFileException extends IOException {

	UnreadableFileException(FilePart file, String problem, @Nullable Throwable cause) {
		super("the file '" + file.filename() + "' " + problem, cause);
	}

}
