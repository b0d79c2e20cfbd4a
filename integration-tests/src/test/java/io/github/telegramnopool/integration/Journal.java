// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * What the listeners of a bot have done, kept outside of its process so that it outlives
 * that. One process writes, another reads.
 *
 * @param file where it is kept
 */
public record Journal(Path file) {

	public void write(String entry) {
		try {
			Files.writeString(this.file, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public List<String> entries() {
		try {
			return Files.exists(this.file) ? Files.readAllLines(this.file) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What follows a word at the beginning of entries.
	 */
	public List<String> entries(String word) {
		return entries().stream()
			.filter((entry) -> entry.startsWith(word + " "))
			.map((entry) -> entry.substring(word.length() + 1))
			.toList();
	}

	/**
	 * Wait until somebody lets it go on.
	 */
	public void await(String gate) {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofMinutes(5))
			.until(() -> Files.exists(gate(gate)));
	}

	public void open(String gate) {
		try {
			Files.createFile(gate(gate));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path gate(String gate) {
		return this.file.resolveSibling(this.file.getFileName() + "." + gate);
	}

}
