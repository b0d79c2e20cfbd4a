// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ports that wait for the last packets of a connection, for a minute: those of the side
 * that was the first to close it.
 */
public final class TimeWait {

	private static final String WAITING = "06";

	private TimeWait() {
	}

	/**
	 * Return the ports of this machine's clients that wait.
	 * @param server what they were connected to, by IPv4
	 */
	public static Set<String> ofClientsOf(InetSocketAddress server) {
		return clientsOf(server).filter((socket) -> socket[3].equals(WAITING))
			.map((socket) -> socket[1])
			.collect(Collectors.toSet());
	}

	/**
	 * Whether a client of this machine is connected to a server, or not quite any more.
	 */
	public static boolean isYetToCome(InetSocketAddress server) {
		return clientsOf(server).anyMatch((socket) -> !socket[3].equals(WAITING));
	}

	private static Stream<String[]> clientsOf(InetSocketAddress server) {
		byte[] ip = server.getAddress().getAddress();
		String remote = "%02X%02X%02X%02X:%04X".formatted(ip[3], ip[2], ip[1], ip[0], server.getPort());
		return sockets().map((line) -> line.trim().split("\\s+")).filter((socket) -> socket[2].endsWith(remote));
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
