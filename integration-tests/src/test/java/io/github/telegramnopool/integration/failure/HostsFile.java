package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The only source of names for a JVM that is started with its options.
 */
final class HostsFile {

	private final Path file;

	HostsFile(Path directory) throws IOException {
		this.file = directory.resolve("hosts");
		Files.createFile(this.file);
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
		List<String> options = new ArrayList<>(List.of("-Djdk.net.hosts.file=" + this.file,
				"-Dsun.net.inetaddr.ttl=0", "-Dsun.net.inetaddr.negative.ttl=0"));
		options.addAll(List.of(further));
		return options.toArray(String[]::new);
	}

}
