// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The temporary folder in which a simulator keeps files. It exists from the first file to
 * the simulator's close.
 */
final class FileFolder {

	private static final String NAME = "telegram-simulator";

	private final @Nullable Path parent;

	private @Nullable Path root;

	/**
	 * Create a folder inside of another one.
	 * @param parent the other one, or {@code null} for where temporary files are
	 */
	FileFolder(@Nullable Path parent) {
		this.parent = parent;
	}

	/**
	 * Folder for files that belong to nobody yet.
	 */
	Path incoming() {
		return folder("incoming");
	}

	Path newFile() {
		try {
			return Files.createTempFile(incoming(), "part", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Find or create a folder by its name.
	 */
	synchronized Path folder(String name) {
		try {
			Path existing = this.root;
			if (existing == null) {
				existing = create();
				this.root = existing;
			}
			return Files.createDirectories(existing.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The simulator has no folder for its files. Is the disk full?", ex);
		}
	}

	private Path create() throws IOException {
		return (this.parent != null) ? Files.createTempDirectory(Files.createDirectories(this.parent), NAME)
				: Files.createTempDirectory(NAME);
	}

	synchronized void delete() {
		Path existing = this.root;
		this.root = null;
		if (existing != null) {
			try (Stream<Path> files = Files.walk(existing)) {
				files.sorted(Comparator.reverseOrder()).forEach(FileFolder::delete);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			// Still in use, as a file that is being downloaded is on some systems
		}
	}

}
