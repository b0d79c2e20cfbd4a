// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where the bytes of an {@link InputFile} come from.
 */
sealed interface FileContent {

	InputStream open() throws IOException;

	/**
	 * Number of bytes, or -1.
	 */
	long length() throws IOException;

	default boolean isRepeatable() {
		return true;
	}

	default void discard() throws IOException {
		// What can be opened again holds nothing
	}

	/**
	 * A file of this machine.
	 */
	record OfPath(Path path) implements FileContent {

		@Override
		public InputStream open() throws IOException {
			return Files.newInputStream(this.path);
		}

		@Override
		public long length() throws IOException {
			if (!Files.exists(this.path)) {
				throw new NoSuchFileException(this.path.toString(), null, "there is no such file");
			}
			if (Files.isDirectory(this.path)) {
				throw new FileSystemException(this.path.toString(), null, "it is a directory");
			}
			if (!Files.isReadable(this.path)) {
				throw new AccessDeniedException(this.path.toString(), null, "it must not be read");
			}
			// A pipe has no length
			return Files.isRegularFile(this.path) ? Files.size(this.path) : -1;
		}

	}

	/**
	 * Bytes in memory. Equal only to itself: comparing megabytes is nobody's wish.
	 */
	final class OfBytes implements FileContent {

		private final byte[] bytes;

		OfBytes(byte[] bytes) {
			this.bytes = bytes;
		}

		@Override
		public InputStream open() {
			return new ByteArrayInputStream(this.bytes);
		}

		@Override
		public long length() {
			return this.bytes.length;
		}

	}

	/**
	 * What something else opens, as often as it is asked to.
	 */
	record OfSource(Source source, Length size) implements FileContent {

		@Override
		public InputStream open() throws IOException {
			return this.source.open();
		}

		@Override
		public long length() throws IOException {
			return this.size.get();
		}

	}

	/**
	 * A stream, there to be read once.
	 */
	final class OfStream implements FileContent {

		private final Source source;

		private final AtomicBoolean opened = new AtomicBoolean();

		OfStream(Source source) {
			this.source = source;
		}

		@Override
		public InputStream open() throws IOException {
			if (!this.opened.compareAndSet(false, true)) {
				throw new IOException(
						"its stream was used already, " + "InputFile.of(Supplier) can open it again for each call");
			}
			return this.source.open();
		}

		@Override
		public long length() {
			return -1;
		}

		@Override
		public boolean isRepeatable() {
			return false;
		}

		@Override
		public void discard() throws IOException {
			if (this.opened.compareAndSet(false, true)) {
				this.source.open().close();
			}
		}

	}

	/**
	 * Opens a stream.
	 */
	@FunctionalInterface
	interface Source {

		InputStream open() throws IOException;

	}

	/**
	 * Knows a length.
	 */
	@FunctionalInterface
	interface Length {

		long get() throws IOException;

	}

}
