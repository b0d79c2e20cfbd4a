package io.github.telegramnopool.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Ports that wait for the last packets of a connection, for a minute: those of the side
 * that was the first to close it.
 */
public final class TimeWait {

	private static final String STATE = "06";

	private TimeWait() {
	}

	/**
	 * Count the ports of this machine's clients.
	 * @param serverPort the port that they were connected to
	 */
	public static long ofClientsOf(int serverPort) {
		String remote = ":%04X".formatted(serverPort);
		return sockets().map((line) -> line.trim().split("\\s+"))
			.filter((socket) -> socket[3].equals(STATE) && socket[2].endsWith(remote))
			.count();
	}

	private static Stream<String> sockets() {
		return Stream.of("tcp", "tcp6").map((table) -> Path.of("/proc", "net", table)).flatMap((table) -> {
			try {
				return Files.readAllLines(table).stream().skip(1);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
