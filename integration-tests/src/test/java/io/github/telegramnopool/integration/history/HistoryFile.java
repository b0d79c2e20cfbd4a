// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends lines to a file, each with a single write, in the order of their times.
 * <p>
 * What a write has returned from is the operating system's: {@code kill -9} cannot take
 * it back, so there is no need to wait for the disk.
 */
final class HistoryFile implements AutoCloseable {

	private final FileChannel channel;

	HistoryFile(Path file) {
		try {
			this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized void write(Event.Kind kind, long bot, int run, long subject, Object detail) {
		// An interrupt would close the channel, and a listener may be interrupted
		boolean interrupted = Thread.interrupted();
		try {
			String line = Event.now(kind, bot, run, subject, String.valueOf(detail)).line() + "\n";
			this.channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public synchronized void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
