// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A file that takes its name only when it is whole. Until then it lies beside, and is
 * deleted when it is given up.
 */
final class PartialFile {

	private final Path target;

	private final Path path;

	private @Nullable WritableByteChannel content;

	private boolean ended;

	PartialFile(Path target) {
		this.target = target;
		// Not Files.createTempFile, whose files only their owner may read, and not the
		// target's name, which may be as long as names can be
		this.path = target.resolveSibling(".telegram-" + UUID.randomUUID() + ".part");
	}

	synchronized void open() throws IOException {
		if (Files.isDirectory(this.target)) {
			throw new IOException("it is a directory. Name a file in it");
		}
		Path directory = this.path.toAbsolutePath().getParent();
		if (directory == null || !Files.isDirectory(directory)) {
			throw new IOException("there is no directory '" + directory + "'. Create it first");
		}
		if (!Files.isWritable(directory)) {
			throw new IOException("this process may not write into '" + directory + "'. Allow it, or choose another");
		}
		if (!this.ended) {
			this.content = Files.newByteChannel(this.path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
	}

	synchronized void write(DataBuffer buffer) throws IOException {
		try (DataBuffer.ByteBufferIterator pieces = buffer.readableByteBuffers()) {
			if (this.content == null) {
				throw new IOException("the download was given up");
			}
			while (pieces.hasNext()) {
				write(this.content, pieces.next());
			}
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private static void write(WritableByteChannel content, ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			content.write(bytes);
		}
	}

	/**
	 * Take the name, in one step.
	 */
	synchronized void commit() throws IOException {
		close();
		Files.move(this.path, this.target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		this.ended = true;
	}

	/**
	 * Leave nothing behind. Does nothing if it has taken its name.
	 */
	synchronized void discard() throws IOException {
		if (!this.ended) {
			this.ended = true;
			close();
			Files.deleteIfExists(this.path);
		}
	}

	private void close() throws IOException {
		if (this.content != null) {
			this.content.close();
			this.content = null;
		}
	}

}
