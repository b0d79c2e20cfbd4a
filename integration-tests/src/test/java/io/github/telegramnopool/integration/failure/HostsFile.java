// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The only source of names for a JVM that is started with its options, and one that is
 * asked each time: the JVM would keep what it found for 30 seconds, and what it did not
 * find for 10.
 */
final class HostsFile {

	private final Path file;

	private final Path security;

	HostsFile(Path directory) throws IOException {
		this.file = directory.resolve("hosts");
		Files.createFile(this.file);
		this.security = Files.write(directory.resolve("java.security"),
				List.of("networkaddress.cache.ttl=0", "networkaddress.cache.negative.ttl=0"));
	}

	/**
	 * Know from now on this name and no other.
	 */
	void maps(String name, String... addresses) throws IOException {
		List<String> lines = new ArrayList<>();
		for (String address : addresses) {
			lines.add(address + " " + name);
		}
		Path next = this.file.resolveSibling("hosts.next");
		Files.write(next, lines);
		Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	String[] options(String... further) {
		List<String> options = new ArrayList<>(
				List.of("-Djdk.net.hosts.file=" + this.file, "-Djava.security.properties=" + this.security));
		options.addAll(List.of(further));
		return options.toArray(String[]::new);
	}

}
