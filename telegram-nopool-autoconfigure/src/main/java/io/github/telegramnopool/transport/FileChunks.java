// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Reads a file in pieces, each only when it is asked for, and closes it whatever happens.
 * <p>
 * A stream that hangs is interrupted and closed from another thread when nobody waits for
 * it any more.
 */
final class FileChunks {

	/**
	 * Reactor Netty holds up to 128 of them between file and socket: 2 MB.
	 */
	private static final int SIZE = 16 * 1024;

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	private final FilePart file;

	private final Scheduler threads;

	FileChunks(FilePart file, Scheduler threads) {
		this.file = file;
		this.threads = threads;
	}

	/**
	 * The content, read on the given threads.
	 */
	Flux<DataBuffer> read() {
		return Flux.using(this::open, this::read, this::close).subscribeOn(this.threads);
	}

	private InputStream open() throws IOException {
		try {
			return this.file.content().getInputStream();
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableFileException(this.file, "can't be opened: " + FailureTranslator.summary(ex), ex);
		}
	}

	private Flux<DataBuffer> read(InputStream content) {
		return Flux.generate(() -> 0L, (position, sink) -> position + next(content, position, sink));
	}

	/**
	 * Emit the next piece.
	 * @return how much longer the content is by now
	 */
	private int next(InputStream content, long position, SynchronousSink<DataBuffer> sink) {
		try {
			byte[] chunk = content.readNBytes((int) Math.min(SIZE, remaining(position)));
			if (chunk.length > 0) {
				sink.next(DefaultDataBufferFactory.sharedInstance.wrap(chunk));
			}
			else {
				end(content, position, sink);
			}
			return chunk.length;
		}
		catch (IOException | RuntimeException ex) {
			sink.error(new UnreadableFileException(this.file,
					"can't be read beyond byte " + position + ": " + FailureTranslator.summary(ex), ex));
			return 0;
		}
	}

	private long remaining(long position) {
		return (this.file.length() >= 0) ? this.file.length() - position : Long.MAX_VALUE;
	}

	private void end(InputStream content, long position, SynchronousSink<DataBuffer> sink) throws IOException {
		long missing = remaining(position);
		if (this.file.length() < 0 || (missing == 0 && content.read() < 0)) {
			sink.complete();
		}
		else {
			String found = (missing > 0) ? "ends after " + position + " of" : "goes on after";
			sink.error(new UnreadableFileException(this.file,
					found + " the " + this.file.length() + " bytes that it had when the call was made", null));
		}
	}

	/**
	 * On a thread of its own: it may be all the others that hang until their streams are
	 * closed.
	 */
	private void close(InputStream content) {
		Thread closer = new Thread(() -> closeNow(content), "telegram-close");
		closer.setDaemon(true);
		closer.start();
	}

	private void closeNow(InputStream content) {
		try {
			content.close();
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("The file '" + this.file.filename() + "' could not be closed", ex);
		}
	}

}
