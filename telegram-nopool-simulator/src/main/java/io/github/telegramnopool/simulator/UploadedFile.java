// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file on its way in: on disk already, but nobody's until a method stores it. Guarded
 * by the store.
 */
final class UploadedFile {

	final String part;

	final String name;

	final String contentType;

	final Path path;

	/**
	 * What it became, so that a request that names it twice stores it once.
	 */
	@Nullable StoredFile stored;

	UploadedFile(String part, String name, String contentType, Path path) {
		this.part = part;
		this.name = name;
		this.contentType = contentType;
		this.path = path;
	}

	byte[] bytes() {
		try {
			return Files.readAllBytes(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Forget the bytes, unless they were stored.
	 */
	void discard() {
		FileFolder.delete(this.path);
	}

}
