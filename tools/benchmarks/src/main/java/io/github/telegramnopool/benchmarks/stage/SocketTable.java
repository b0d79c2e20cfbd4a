// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the kernel tells of the TCP sockets of this network.
 */
public final class SocketTable {

	private static final String TIME_WAIT = "06";

	private SocketTable() {
	}

	/**
	 * The ends of connections that wait for their time to pass.
	 * @param remotePort the port of the other end
	 * @return the local ports
	 * @throws IOException if the table cannot be read
	 */
	public static Set<Integer> timeWait(int remotePort) throws IOException {
		Set<Integer> local = new HashSet<>();
		for (String file : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
			if (Files.isReadable(Path.of(file))) {
				local.addAll(timeWait(Files.readAllLines(Path.of(file)), remotePort));
			}
		}
		return local;
	}

	static Set<Integer> timeWait(List<String> lines, int remotePort) {
		Set<Integer> local = new HashSet<>();
		for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
			String[] words = line.strip().split("\\s+");
			if (words[3].equals(TIME_WAIT) && port(words[2]) == remotePort) {
				local.add(port(words[1]));
			}
		}
		return local;
	}

	private static int port(String address) {
		return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
	}

}
