// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The TCP ports on which a process listens, as Linux tells.
 */
final class ListeningPorts {

	private static final int ADDRESS = 1;

	private static final int STATE = 3;

	private static final int INODE = 9;

	private ListeningPorts() {
	}

	static Set<Integer> of(long pid) throws IOException {
		Path process = Path.of("/proc", Long.toString(pid));
		Set<String> sockets = sockets(process.resolve("fd"));
		return Stream.of("tcp", "tcp6")
			.flatMap((table) -> lines(process.resolve("net").resolve(table)))
			.map((line) -> Arrays.asList(line.strip().split("\\s+")))
			.filter((row) -> row.get(STATE).equals("0A") && sockets.contains("socket:[" + row.get(INODE) + "]"))
			.map((row) -> Integer.parseInt(row.get(ADDRESS).substring(row.get(ADDRESS).indexOf(':') + 1), 16))
			.collect(Collectors.toSet());
	}

	private static Set<String> sockets(Path descriptors) throws IOException {
		try (Stream<Path> files = Files.list(descriptors)) {
			return files.map(ListeningPorts::target).filter(Objects::nonNull).collect(Collectors.toSet());
		}
	}

	private static @Nullable String target(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		}
		catch (IOException ex) {
			// Closed meanwhile
			return null;
		}
	}

	private static Stream<String> lines(Path table) {
		try {
			List<String> lines = Files.readAllLines(table);
			return lines.stream().skip(1);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
