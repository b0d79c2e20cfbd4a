// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads the records of several processes as one history, in the order of time and never
 * all at once.
 */
final class History {

	private History() {
	}

	static void read(Collection<Path> files, Consumer<Event> consumer) {
		PriorityQueue<Source> sources = new PriorityQueue<>(Comparator.comparingLong((source) -> source.head().time()));
		try {
			for (Path file : files) {
				add(sources, Files.newBufferedReader(file));
			}
			for (Source next = sources.poll(); next != null; next = sources.poll()) {
				consumer.accept(next.head());
				add(sources, next.reader());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(PriorityQueue<Source> sources, BufferedReader reader) throws IOException {
		@Nullable String line = reader.readLine();
		if (line != null) {
			sources.add(new Source(Event.parse(line), reader));
		}
		else {
			reader.close();
		}
	}

	/**
	 * A file and the next event in it.
	 */
	private record Source(Event head, BufferedReader reader) {

	}

}
